import {Flex} from '@sanity/ui'
import type {HealthCheck} from '../../core/contract/health.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {DocumentLink} from '../parts/DocumentLink.tsx'
import {OutsideLink} from '../parts/OutsideLink.tsx'

/** Ways to where a finding can be mended: Stripe's own page, and the passes that it is about. */
export function CheckLinks({check: {link, facts}}: {check: HealthCheck}) {
  const text = useText()
  const {schema} = usePasses()
  const ids = textsIn(facts['passIds'])
  const names = textsIn(facts['passes'])
  if (link === null && ids.length === 0) return null
  return (
    <Flex gap={2} wrap="wrap">
      {link === null ? null : <OutsideLink href={link} words={text('health.open_stripe')} />}
      {ids.map((id, nth) => (
        <DocumentLink
          key={id}
          id={id}
          type={schema.map.kinds.pass.type}
          words={text('health.open_pass', {name: names[nth] ?? id})}
        />
      ))}
    </Flex>
  )
}

function textsIn(fact: HealthCheck['facts'][string] | undefined): string[] {
  return Array.isArray(fact) ? fact : []
}
