import {Box, Stack} from '@sanity/ui'
import {MINUTE} from '../../core/contract/instant.ts'
import type {Payment} from '../../core/contract/payment.ts'
import type {FullWording} from './use-full-wording.ts'
import {FactLines} from './FactLines.tsx'
import {stripeAddress} from './stripe-address.ts'
import {OutsideLink} from './OutsideLink.tsx'

/** A payment, as Stripe has it. */
export function PaymentFacts({payment, wording}: {payment: Payment; wording: FullWording}) {
  const {text, money, times} = wording
  const by = [payment.payerName, payment.email].filter((word) => word !== null).join(' · ')
  const waited = payment.paidAt - payment.createdAt > MINUTE
  return (
    <Stack gap={4}>
      <FactLines
        lines={[
          {label: text('entry.paid'), value: `${money(payment.total)} · ${times.dateTime(payment.paidAt)}`},
          waited ? {label: text('entry.opened'), value: times.dateTime(payment.createdAt)} : null,
          by === '' ? null : {label: text('entry.by'), value: by},
          bought(payment) === '' ? null : {label: text('entry.bought'), value: bought(payment)},
          payment.refunded === 0
            ? null
            : {
                label: text('entry.refunded'),
                value: money({minor: payment.refunded, currency: payment.total.currency}),
              },
          {label: text('entry.session'), value: payment.id},
          payment.paymentIntent === null
            ? null
            : {label: text('entry.payment_intent'), value: payment.paymentIntent},
          payment.account === null ? null : {label: text('entry.account'), value: payment.account},
        ]}
      />
      <Box>
        <OutsideLink href={stripeAddress(payment)} words={text('entry.open_in_stripe')} />
      </Box>
    </Stack>
  )
}

function bought({lines}: Payment): string {
  return lines
    .map(
      ({description, quantity}) =>
        `${description ?? '?'}${quantity !== null && quantity > 1 ? ` × ${quantity}` : ''}`,
    )
    .join(', ')
}
