import {Button, Flex} from '@sanity/ui'
import type {PurchaseAnswer} from '../../../core/contract/purchase.ts'
import {useRoute} from '../../../hooks/use-route.ts'
import {useText} from '../../../i18n/use-text.ts'
import {OutsideLink} from '../../parts/OutsideLink.tsx'

/** Ways to where a purchase that is stuck is looked at and mended. */
export function PurchaseLinks({answer: {payment, student, school, steps}}: {answer: PurchaseAnswer}) {
  const text = useText()
  const {go} = useRoute()
  const link = steps.find((step) => step.link !== null)?.link ?? null
  if (payment === null) return null
  const style = {mode: 'ghost', fontSize: 1, padding: 2} as const
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        {...style}
        text={text('purchase.mismatches')}
        onClick={() => go({screen: 'mismatches', item: null, search: {school, open: payment.id}})}
      />
      {student === null ? null : (
        <Button
          {...style}
          text={text('purchase.student')}
          onClick={() => go({screen: 'students', item: student, search: {school}})}
        />
      )}
      {link === null ? null : <OutsideLink href={link} words={text('health.open_stripe')} />}
    </Flex>
  )
}
