import {Flex, Heading, Stack, Text} from '@sanity/ui'
import {BusyButton} from '../parts/BusyButton.tsx'
import type {CheckState} from '../../core/contract/finding.ts'
import type {HealthAnswer} from '../../core/contract/health.ts'
import type {School} from '../../core/contract/school.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {useResource} from '../students/use-resource.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {Late} from '../parts/Late.tsx'
import {lately} from '../parts/lately.ts'
import {useTimes} from '../parts/use-times.ts'
import {Waiting} from '../parts/Waiting.tsx'
import {CheckGroup} from './CheckGroup.tsx'
import {EventTable} from './EventTable.tsx'
import {FailureList} from './FailureList.tsx'
import {TryPurchase} from './purchase/TryPurchase.tsx'
import {SalesLines} from './SalesLines.tsx'

/** Every check of one school, what needs mending first; a failed reading keeps what was shown and says how old it is. */
export function HealthReport({school}: {school: School}) {
  const text = useText()
  const times = useTimes(school.timeZone)
  const {examine} = usePasses().health(school.id)
  const health = useResource(examine)
  if (health.state === 'loading') return <Waiting what={text('health.reading')} />
  if (health.state === 'failed') return <FaultCard fault={health.fault} onRetry={health.refresh} />
  const {value, stale, refreshing, refresh} = health
  const time = times.dateTime(value.asOf)
  return (
    <Stack gap={4}>
      <Flex align="center" justify="space-between" gap={3} wrap="wrap">
        <Text size={1} muted>
          {text('health.as_of', {time})}
        </Text>
        <BusyButton
          mode="ghost"
          fontSize={1}
          padding={3}
          text={text('health.again')}
          isBusy={refreshing}
          disabled={refreshing}
          onClick={refresh}
        />
      </Flex>
      {stale === null ? null : (
        <FaultCard fault={stale} onRetry={refresh} since={text('fault.old_since', {time})} />
      )}
      <Examined answer={value} school={school} />
    </Stack>
  )
}

// The drawing library is not needed for what needs mending, so that stands there first.
const DayPlots = lately(() => import('./plots/DayPlots.tsx').then((module) => module.DayPlots))

/** What somebody has to do something about, in the order of its weight; what is in order comes last of all. */
const BY_WEIGHT: readonly CheckState[] = ['failing', 'warning', 'unknown']

function Examined({answer, school}: {answer: HealthAnswer; school: School}) {
  const checksOf = (state: CheckState) => answer.checks.filter((check) => check.state === state)
  return (
    <Stack gap={5}>
      {BY_WEIGHT.map((state) => (
        <CheckGroup key={state} state={state} checks={checksOf(state)} school={school} />
      ))}
      <TryPurchase live={answer.live} onSale={answer.onSale} school={school} />
      <SalesLines sales={answer.sales} />
      <Days days={answer.days} />
      <FailureList failures={answer.failures} school={school} />
      <EventTable events={answer.events} school={school} />
      <CheckGroup state="ok" checks={checksOf('ok')} school={school} />
    </Stack>
  )
}

function Days({days}: Pick<HealthAnswer, 'days'>) {
  const text = useText()
  return (
    <Stack gap={4} as="section" aria-label={text('health.plots')}>
      <Heading as="h2" size={1}>
        {text('health.plots')}
      </Heading>
      {days === null ? (
        <Text size={1}>{text('health.not_read')}</Text>
      ) : (
        <Late>
          <DayPlots days={days} />
        </Late>
      )}
    </Stack>
  )
}
