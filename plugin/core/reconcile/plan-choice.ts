import type {Change} from '../contract/change.ts'
import type {Facts} from '../contract/facts.ts'
import type {Choice} from '../contract/repair.ts'
import {casesOf} from './cases.ts'
import {grantChange} from './grant-change.ts'
import {findEntry, refuse, type Found, type Planned, type RepairWish} from './find-entry.ts'
import {endOld, upgradedFrom} from './old-half.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {nobodyHere, whereKnown} from './where-known.ts'
import {earnedTerms} from './terms.ts'

/** Conflicts that no choice of student or pass settles: the money may be another school's. */
const NEVER: ReadonlySet<string> = new Set(['account_of_other_school', 'upgrade_of_other'])

/**
 * Judges once more with what a person decided. A choice settles only what the evidence left open, and comes to one
 * of the other repairs: never to something that the facts with this choice would not propose.
 */
export function planChoice(facts: Facts, found: Found, wish: RepairWish, options: ReconcileOptions): Planned {
  const {one, entry} = found
  const {choice = {}, reason} = wish
  if (one === null || entry.reasons.some((why) => NEVER.has(why))) {
    return refuse('not_repairable', 'no choice can settle which school this money is for')
  }
  if (choice.student !== undefined) {
    const known = whereKnown(found.cases.world, facts, choice.student)
    if (known === null || known === 'elsewhere') return nobodyHere()
  }
  const problem = problemWith(found, choice, reason)
  if (problem !== null) return refuse('invalid_request', problem)
  const decided = findEntry(
    casesOf(facts, settingOf(options), new Map([[one.payment.id, choice]])),
    wish.subject,
  )
  if (decided === null || decided.one === null) return refuse('not_found', 'no entry for this payment')
  const {repair, verdict, reasons} = decided.entry
  if (repair?.kind === 'choose') {
    if (!reasons.includes('expired_at_grant') || choice.start === undefined) {
      return refuse('invalid_request', `${reasons.join(', ')}: not settled by this choice`)
    }
    return startingFrom(decided, choice.start, options.now)
  }
  // Whoever holds it already is who was chosen: that is worth a record, and nothing else.
  if (verdict === 'matched' && entry.verdict === 'conflict') return {kind: 'correct', changes: []}
  if (repair === null)
    return refuse('not_repairable', `with this choice the entry is ${verdict}: ${reasons.join(', ')}`)
  return {kind: repair.kind, changes: repair.changes}
}

function problemWith({one, entry, cases}: Found, choice: Choice, reason: string | undefined): string | null {
  const {student, pass, start} = choice
  if (student === undefined && pass === undefined && start === undefined) return 'nothing was chosen'
  if (student !== undefined && entry.student !== null) return 'the student is settled by the evidence'
  if (pass !== undefined) {
    if (cases.world.catalogue.byId(pass)?.school !== cases.world.school.id)
      return 'no pass of this school with this id'
    if (one?.attribution.paid.id !== null) return 'the pass is settled by the evidence'
  }
  if (start === 'today' && reason === undefined)
    return 'starting today instead of on the day of payment needs a reason'
  return null
}

function startingFrom({one, entry}: Found, start: 'paid' | 'today', now: number): Planned {
  const {student} = one?.attribution.payer ?? {student: null}
  const pass = one?.attribution.paid.pass ?? null
  if (one === null || student === null || pass === null)
    return refuse('not_repairable', 'student or pass is not settled')
  const terms = earnedTerms(one.payment, pass, start === 'today' ? now : one.payment.createdAt)
  if (terms === null) return refuse('not_repairable', 'the pass gives nothing from today on')
  const changes: Change[] = [grantChange(one, {student: student.id, pass, terms})]
  if (entry.verdict !== 'upgrade_incomplete') return {kind: 'grant', changes}
  const old = upgradedFrom(one)
  if (old?.active === true) changes.push(endOld(old, one))
  return {kind: 'complete_upgrade', changes}
}
