import {LaunchIcon} from '@sanity/icons/Launch'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {Payment} from '../../core/contract/payment.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import {stripeAddress} from '../parts/stripe-address.ts'

type MoneySideProps = {
  payment: Payment | null
  /** What to say when there is none. */
  otherwise: string
  wording: FullWording
}

/** What was paid, when, for what and by whom, with the way to Stripe. */
export function MoneySide({payment, otherwise, wording}: MoneySideProps) {
  if (payment === null) return <NothingThere words={otherwise} />
  const {text, money, times} = wording
  const bought = payment.lines.flatMap(({description}) => description?.trim() || [])
  const by = [payment.payerName, payment.email].filter((word) => word !== null)
  const refunded = money({minor: payment.refunded, currency: payment.total.currency})
  return (
    <Card border padding={3} radius={2}>
      <Flex align="flex-start" gap={3}>
        <Stack flex={1} gap={3} style={{minWidth: 0, overflowWrap: 'anywhere'}}>
          <Text size={1} weight="medium">
            {money(payment.total)}
          </Text>
          <Text muted size={1}>
            {times.dateTime(payment.paidAt)}
          </Text>
          {bought.length > 0 && (
            <Text muted size={1}>
              {bought.join(', ')}
            </Text>
          )}
          {by.length > 0 && (
            <Text muted size={1}>
              {by.join(' · ')}
            </Text>
          )}
          {payment.refunded > 0 && (
            <Text size={1}>
              {text('entry.refunded')}: {refunded}
            </Text>
          )}
        </Stack>
        <Box flex="none">
          <Button
            aria-label={text('entry.open_in_stripe')}
            as="a"
            fontSize={1}
            href={stripeAddress(payment)}
            icon={LaunchIcon}
            mode="bleed"
            padding={2}
            rel="noreferrer"
            target="_blank"
            title={text('entry.open_in_stripe')}
          />
        </Box>
      </Flex>
    </Card>
  )
}

// Of no tone, as StudentNews: a Studio would work out its colours while the verdicts wait.
/** The empty side of a row, as visible as a full one. */
export function NothingThere({words}: {words: string}) {
  return (
    <Card border padding={3} radius={2} style={{borderStyle: 'dashed'}}>
      <Text muted size={1}>
        {words}
      </Text>
    </Card>
  )
}
