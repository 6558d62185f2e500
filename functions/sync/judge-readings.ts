import {Fault} from '../../plugin/core/contract/fault.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Outcome} from '../automatic/outcome.ts'
import {repairPayments} from '../automatic/repair-payments.ts'
import {readNothing, toFacts} from '../handlers/focused-facts.ts'
import {namedBy} from '../handlers/readings.ts'
import type {Account, Reading} from '../ports.ts'
import type {SyncPlan} from './sync-job.ts'
import type {SyncWay} from './take-step.ts'

/**
 * Judges what was just read of an account by whatever the lake knows of it now, and repairs what is beyond doubt.
 *
 * @throws Fault `account_unreadable` where the account is not, or no longer, this school's alone
 */
export async function judgeReadings(
  {of, rules, toFaultBody}: SyncWay,
  {at, write, automaticSince}: Pick<SyncPlan, 'at' | 'write' | 'automaticSince'>,
  {account, readings}: {account: Account; readings: Reading[]},
): Promise<Outcome[]> {
  if (readings.length === 0) return []
  const book = of.ledger.open(of.school)
  const named = namedBy(readings)
  await book.readBasics(named)
  const accounts = accountsOf(book.ledger())
  if (account !== null && !accounts.includes(account)) {
    throw new Fault('account_unreadable', 'this is the school’s account no longer', {
      school: of.school,
      account,
    })
  }
  await book.add(named)
  const facts = toFacts(book, {readings, denied: [], read: readNothing(accounts, of.now())})
  return repairPayments(
    of,
    {facts, payments: facts.payments.map(({id}) => id)},
    {...rules, automaticSince, dryRun: !write, batch: `sync ${toIso(at)}`},
    toFaultBody,
  )
}
