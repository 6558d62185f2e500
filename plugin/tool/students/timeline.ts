import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Entry} from '../../core/contract/entry.ts'
import type {Facts} from '../../core/contract/facts.ts'
import type {Instant} from '../../core/contract/instant.ts'
import type {Payment} from '../../core/contract/payment.ts'
import {indexFacts, type FactsIndex} from '../../engine/facts-index.ts'
import {identitiesOf, isHeldBy} from '../../engine/identities.ts'
import type {Identity} from '../../engine/identities.ts'
import type {KnownStudent} from '../../hooks/use-student.ts'

/** A payment beside the passes held for it, or one side alone. */
export type TimelineItem = {
  key: string
  /** When it was paid, else when the pass was made; null for a record that could not be read. */
  at: number | null
  payment: Payment | null
  entitlements: Entitlement[]
  /** Null for a pass of whose payment nothing can be said: it is over, or the payments were not all searched. */
  entry: Entry | null
}

export type Timeline = {
  identities: Identity[]
  /** Newest first. */
  items: TimelineItem[]
  /** Payments that carry this person's email or pass, but name another student: a parent who paid for a child. */
  forOthers: TimelineItem[]
}

/** What a timeline tells, without what is said about the reading, which changes with every page that is read. */
export type TimelineStory = Pick<KnownStudent, 'story' | 'complete'>

type TimelineOptions = {
  /** False while not every payment was searched: then "no payment" is not said of a pass. */
  complete: boolean
}

/** Everything known of one person at one school, as a list to read from top to bottom. */
export function timelineOf(
  studentId: string,
  facts: Facts,
  entries: readonly Entry[],
  {complete}: TimelineOptions,
): Timeline {
  const identities = identitiesOf(studentId, facts.students)
  const index = indexFacts(facts)
  const items = entries
    .map((entry) => itemOf(entry, index, complete))
    .filter((item) => isOfSchool(item, facts))
  const judged = new Set(entries.flatMap(({entitlements}) => entitlements))
  const over = facts.entitlements
    .filter(({id, student}) => !judged.has(id) && isHeldBy(identities, student))
    .map((entitlement): TimelineItem => ({
      key: entitlement.id,
      at: entitlement.createdAt,
      payment: null,
      entitlements: [entitlement],
      entry: null,
    }))
  const mine = (item: TimelineItem) => concerns(item, identities)
  return {
    identities,
    items: [...items.filter(mine), ...over.filter((item) => isOfSchool(item, facts))].toSorted(newestFirst),
    forOthers: items.filter((item) => item.payment !== null && !mine(item)).toSorted(newestFirst),
  }
}

/** Since when the school's payments were searched for this person; null while they are not. */
export function searchedFrom({scan}: KnownStudent): Instant | null {
  return scan.state === 'done' ? scan.from : null
}

function itemOf(entry: Entry, index: FactsIndex, complete: boolean): TimelineItem {
  const payment = entry.payment === null ? null : (index.payments.get(entry.payment) ?? null)
  const entitlements = entry.entitlements
    .flatMap((id) => index.entitlements.get(id) ?? [])
    .toSorted((a, b) => a.createdAt - b.createdAt)
  return {
    key: entry.key,
    at: payment?.paidAt ?? entitlements[0]?.createdAt ?? null,
    payment,
    entitlements,
    entry: entry.verdict === 'unpaid' && !complete ? null : entry,
  }
}

// A person holds passes of several schools: each stands at its own, and here only if it was paid here.
function isOfSchool({payment, entitlements}: TimelineItem, {school}: Facts): boolean {
  const named = entitlements.map((entitlement) => entitlement.school)
  return payment !== null || named.length === 0 || named.some((id) => id === null || id === school.id)
}

// A payment whose student is not settled is shown here: it came because it carries this person's id or email.
function concerns({entry, entitlements}: TimelineItem, identities: readonly Identity[]): boolean {
  if (entitlements.some(({student}) => isHeldBy(identities, student))) return true
  const named = entry?.student ?? null
  return named === null ? entitlements.length === 0 : isHeldBy(identities, named)
}

function newestFirst(a: TimelineItem, b: TimelineItem): number {
  return (b.at ?? 0) - (a.at ?? 0) || (a.key < b.key ? -1 : 1)
}
