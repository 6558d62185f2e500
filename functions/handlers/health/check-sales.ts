import {DAY} from '../../../plugin/core/contract/instant.ts'
import type {HealthCheck, SalesCount} from '../../../plugin/core/contract/health.ts'
import {cannotTellFor, found} from './found.ts'
import type {HealthCase} from './health-case.ts'
import type {JudgedSales} from './judged-sales.ts'
import type {StripeLinks} from './stripe-links.ts'
import type {Told} from './told.ts'

const PERIODS = [7, 30]

/** How many sales of the last week and the last month have their pass; null where that is not known. */
export function countSales({now}: HealthCase, {value: judged}: Told<JudgedSales>): SalesCount[] | null {
  if (judged === undefined) return null
  const {sales, knownFrom} = judged
  return PERIODS.map((days) => {
    const from = now() - days * DAY
    const within = sales.filter(({at}) => at >= from)
    const granted = within.filter((sale) => sale.granted).length
    return {days, paid: within.length, granted, complete: knownFrom <= from}
  })
}

/** Whether every sale has its pass. */
export function checkSales(of: HealthCase, told: Told<JudgedSales>, links: StripeLinks): HealthCheck {
  const counts = countSales(of, told)
  const month = counts?.at(-1)
  if (told.fault !== undefined) return cannotTellFor('sales', told.fault, links.key())
  if (month === undefined || month.paid === 0) return found('sales_none', {days: 30})
  const {paid, granted, days} = month
  const missing = paid - granted
  return missing === 0
    ? found('sales_granted', {count: paid, days})
    : found('sales_missing', {count: missing, paid, days})
}
