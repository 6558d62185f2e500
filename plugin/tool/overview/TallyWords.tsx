import {Text} from '@sanity/ui'
import type {Tally} from '../../engine/tally-of.ts'
import {useText} from '../../i18n/use-text.ts'
import {moneyTotal} from '../bulk/money-total.ts'
import {spanWords} from '../parts/span-words.ts'
import {useMoney} from '../parts/use-money.ts'
import {useNow} from '../parts/use-now.ts'

/** What was counted, and how old that is: `12 to review · 5 certain · 3 250 kr paid for them · counted 2 minutes ago`. */
export function TallyWords({tally: {review, certain, waiting, amounts, asOf}}: {tally: Tally}) {
  const text = useText()
  const money = useMoney()
  const now = useNow()
  const total = moneyTotal(amounts, money)
  const words = [
    text('overview.review', {count: review}),
    certain === 0 ? null : text('overview.certain', {count: certain}),
    waiting === 0 ? null : text('overview.waiting', {count: waiting}),
    total === null ? null : text('overview.money', {money: total}),
    text('overview.counted', {time: spanWords(Math.max(0, now - asOf), text)}),
  ]
  return (
    <Text as="output" size={1} weight="medium">
      {words.filter((word) => word !== null).join(' · ')}
    </Text>
  )
}
