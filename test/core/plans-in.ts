import fc from 'fast-check'
import type {Change} from '../../plugin/core/contract/change.ts'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Choice} from '../../plugin/core/contract/repair.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {NOW} from './build-facts.ts'
import {entriesIn} from './law.ts'

/** One change of a plan, the entry that it is for, and the student whom that is about. */
export type Planned = {entry: Entry; student: string | null; change: Change}

/** Everything that is proposed at a school, and what comes of the one thing that a person chose there. */
export function plansIn(facts: Facts, person: Person): Planned[] {
  const entries = entriesIn(facts)
  const proposed = entries.flatMap((entry) =>
    (entry.repair?.changes ?? []).map((change) => ({entry, student: entry.student, change})),
  )
  return [...proposed, ...chosenPlan(facts, entries, person)]
}

/** Somebody who opens one entry that wants a choice, and chooses something. */
export type Person = {entry: number; student: number; pass: number; start: 'paid' | 'today'}

export const persons: fc.Arbitrary<Person> = fc.record({
  entry: fc.nat(),
  student: fc.nat(),
  pass: fc.nat(),
  start: fc.constantFrom('paid', 'today'),
})

/** What comes of what a person chose, where the facts bear it out. */
function chosenPlan(facts: Facts, entries: readonly Entry[], person: Person): Planned[] {
  const open = entries.filter(({repair}) => repair?.kind === 'choose')
  const entry = open[person.entry % Math.max(1, open.length)]
  if (entry === undefined || entry.payment === null) return []
  const choice = choiceOf(facts, entry, person)
  const plan = planRepair(
    facts,
    {subject: {payment: entry.payment}, kind: 'choose', choice, reason: 'asked by phone'},
    {now: NOW},
  )
  if ('refused' in plan) return []
  const student = choice.student ?? entry.student
  return plan.changes.map((change) => ({entry, student, change}))
}

/** Only what the entry leaves open: from its candidates where it has any, else anything that there is. */
function choiceOf({students, passes}: Facts, {student, pass, repair}: Entry, person: Person): Choice {
  const choices = repair?.choices ?? []
  const named = choices.flatMap((one) => one.student ?? [])
  const among = named.length > 0 ? named : students.map(({id}) => id)
  const chosen = among[person.student % among.length]
  const sold = passes[person.pass % passes.length]
  return {
    ...(student === null && chosen !== undefined ? {student: chosen} : {}),
    ...(pass === null && sold !== undefined ? {pass: sold.id} : {}),
    ...(choices.some(({start}) => start !== undefined) ? {start: person.start} : {}),
  }
}
