import type {HealthDay} from '../../../plugin/core/contract/health.ts'
import {schoolDay, schoolDays} from '../../../plugin/core/documents/school-day.ts'
import type {FirstPage} from '../../health-ports.ts'
import {isFailed} from './delivery-outcomes.ts'
import type {Evidence} from './gather.ts'
import type {HealthCase} from './health-case.ts'
import type {JudgedSales} from './judged-sales.ts'
import type {Told} from './told.ts'

const SHOWN = 30

/**
 * What was sold and told on each of the last days. A day of which not everything was read is told as not known: that
 * many sales kept the older ones from being read is no reason to call those days quiet.
 */
export function healthDays(
  {now}: HealthCase,
  {ledger, deliveries, events}: Evidence,
  {value: judged}: Told<JudgedSales>,
): HealthDay[] | null {
  if (ledger.value === undefined) return null
  const {timeZone: zone} = ledger.value.school
  const dayOf = (at: number): string => schoolDay(at, zone)
  const sales = Map.groupBy(judged?.sales ?? [], ({at}) => dayOf(at))
  const noted = Map.groupBy(deliveries.value?.items ?? [], ({began}) => dayOf(began))
  const waiting = (events.value?.items ?? []).filter(({pending}) => pending > 0)
  const untaken = Map.groupBy(waiting, ({at}) => dayOf(at))
  const isUntaken = new Set(waiting.map(({id}) => id))
  const salesFrom = judged?.knownFrom ?? Infinity
  const notesFrom = knownFrom(deliveries.value, ({at}) => at)
  const eventsFrom = knownFrom(events.value, ({at}) => at)
  return schoolDays(now(), {count: SHOWN, zone}).map(({day, begins}) => {
    const sold = sales.get(day) ?? []
    const told = (noted.get(day) ?? []).filter(({event}) => !isUntaken.has(event))
    return {
      day,
      sales:
        begins < salesFrom ? null : {paid: sold.length, granted: sold.filter(({granted}) => granted).length},
      deliveries:
        begins < notesFrom
          ? null
          : {
              taken: told.filter(({state}) => state === 'success').length,
              failed: told.filter((delivery) => isFailed(delivery, now())).length,
            },
      pending: begins < eventsFrom ? null : (untaken.get(day)?.length ?? 0),
    }
  })
}

/** From when on nothing is missing in what was read, newest first: of a part, from its oldest on. */
function knownFrom<T>(page: FirstPage<T> | undefined, at: (item: T) => number): number {
  if (page === undefined) return Infinity
  const oldest = page.items.at(-1)
  return page.complete || oldest === undefined ? -Infinity : at(oldest)
}
