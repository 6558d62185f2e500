import {Card, Stack, Text} from '@sanity/ui'
import type {HealthAnswer} from '../../../core/contract/health.ts'
import type {PurchaseAnswer} from '../../../core/contract/purchase.ts'
import type {School} from '../../../core/contract/school.ts'
import {useText, type Text as Say} from '../../../i18n/use-text.ts'
import type {PurchaseWatchState} from '../../../live/purchase-watch.ts'
import {FaultCard} from '../../parts/FaultCard.tsx'
import {useMoney} from '../../parts/use-money.ts'
import {useTimes} from '../../parts/use-times.ts'
import {PurchaseLinks} from './PurchaseLinks.tsx'
import {PurchaseStepItem} from './PurchaseStepItem.tsx'
import {soldName} from './sold-name.ts'
import {tookWords} from './took-words.ts'

type PurchaseProgressProps = {
  watched: PurchaseWatchState
  passes: NonNullable<HealthAnswer['onSale']>
  school: School
}

/** How far the purchase has come, and in the end whether it works. */
export function PurchaseProgress({watched, passes, school}: PurchaseProgressProps) {
  const text = useText()
  const money = useMoney()
  const times = useTimes(school.timeZone)
  const {pass, answer, fault, isWatching} = watched
  if (answer === null) {
    return fault === null ? (
      <Text as="output" size={1}>
        {text('purchase.starting')}
      </Text>
    ) : (
      <FaultCard fault={fault} />
    )
  }
  const {payment, since, steps} = answer
  const wanted = passes.find(({id}) => id === pass)
  const name = wanted ? soldName(wanted) : text('purchase.any')
  const outcome = isWatching ? null : outcomeOf(answer, text)
  return (
    <Stack gap={4}>
      <Text size={1} weight="medium">
        {payment === null
          ? text('purchase.since', {time: times.clock(since), pass: name})
          : text('purchase.bought', {
              pass: payment.pass === null ? name : soldName(payment.pass),
              amount: money(payment.amount),
            })}
      </Text>
      <Stack
        as="ol"
        gap={2}
        aria-label={text('purchase.steps')}
        style={{listStyle: 'none', margin: 0, padding: 0}}
      >
        {steps.map((step) => (
          <PurchaseStepItem key={step.step} step={step} />
        ))}
      </Stack>
      {fault === null ? null : <FaultCard fault={fault} />}
      <output>
        {outcome === null ? null : (
          <Card radius={2} padding={3} border tone={outcome.tone}>
            <Text size={1} weight="medium">
              {outcome.words}
            </Text>
          </Card>
        )}
      </output>
      <PurchaseLinks answer={answer} />
    </Stack>
  )
}

type Outcome = {words: string; tone: 'positive' | 'caution' | 'critical' | 'default'}

function outcomeOf({steps, payment}: PurchaseAnswer, text: Say): Outcome {
  if (payment === null) return {words: text('purchase.over.nobody'), tone: 'default'}
  const paid = steps.find(({step}) => step === 'paid')
  const seen = steps.find(({step}) => step === 'seen')
  if (seen?.state !== 'done') return {words: text('purchase.over.stuck'), tone: 'critical'}
  if (steps.some(({state}) => state !== 'done')) return {words: text('purchase.over.mended'), tone: 'caution'}
  const time = tookWords({from: paid?.at ?? null, at: seen.at}, text) ?? text('purchase.moment')
  return {words: text('purchase.over.done', {time}), tone: 'positive'}
}
