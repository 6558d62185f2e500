import type {Entry} from '../../core/contract/entry.ts'
import type {Pass} from '../../core/contract/pass.ts'
import type {PreviewRequest} from '../../core/contract/repair.ts'
import {termsOf} from '../../core/reconcile/terms.ts'

/** A pass that somebody gives a student without payment: why, and under which name it is made only once. */
export type Gift = {
  /** A UUID: the same one asked for twice gives one pass. */
  request: string
  student: string
  pass: string
  reason: string
}

/** The passes of the school that would give something from now on, by name. */
export function passesToGive(passes: readonly Pass[], school: string, now: number): Pass[] {
  return passes
    .filter((pass) => pass.active && pass.school === school && termsOf(pass, now) !== null)
    .toSorted((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id))
}

/** What is asked of the function, and the entry that will come of it. */
export function giftRequest({request, student, pass, reason}: Gift): {entry: Entry; request: PreviewRequest} {
  return {
    entry: {
      key: request,
      payment: null,
      entitlements: [],
      student,
      pass,
      verdict: 'unpaid',
      reasons: ['complimentary'],
      notes: [],
      confidence: 'check',
      evidence: [],
      repair: {kind: 'grant', changes: [], choices: []},
      dismissed: null,
    },
    request: {subject: {request}, kind: 'grant', choice: {student, pass, start: 'today'}, reason},
  }
}
