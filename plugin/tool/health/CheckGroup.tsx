import {Heading, Stack} from '@sanity/ui'
import type {CheckState} from '../../core/contract/finding.ts'
import type {HealthCheck} from '../../core/contract/health.ts'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'
import {CheckItem} from './CheckItem.tsx'

type CheckGroupProps = {state: CheckState; checks: readonly HealthCheck[]; school: School}

/** All checks of one state, under a heading that says how many. */
export function CheckGroup({state, checks, school}: CheckGroupProps) {
  const text = useText()
  if (checks.length === 0) return null
  const title = text('health.group', {state: text(`health.state.${state}`), count: checks.length})
  return (
    <Stack gap={3} as="section" aria-label={title}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {checks.map((check) => (
          <CheckItem key={check.id} check={check} school={school} />
        ))}
      </Stack>
    </Stack>
  )
}
