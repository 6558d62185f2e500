import {repairVerb} from '../tool/parts/repair-verb.ts'
import type {Glance, Mismatch} from './glance.ts'

/** Nobody could read it, or nobody should have: the inspector reads, and says what is wrong. */
export const UNKNOWN: Glance = {
  badge: () => null,
  offer: (text) => ({label: text('action.open'), title: text('action.unknown'), act: 'review'}),
}

/** What the Studio was told of its own types does not hold: the inspector lists what is missing. */
export const MISNAMED: Glance = {
  badge: (text) => text('badge.misnamed'),
  offer: (text) => ({label: text('action.open'), title: text('action.misnamed'), act: 'review'}),
}

/** What a document says of itself whose open mismatches are these. */
export function glanceOf(mismatches: readonly Mismatch[]): Glance {
  const [first, ...others] = mismatches
  if (first === undefined) {
    return {
      badge: () => null,
      offer: (text) => ({label: text('action.repair'), title: text('action.none'), act: null}),
    }
  }
  const count = mismatches.length
  return {
    badge: (text) =>
      count === 1 ? text(`verdict.${first.entry.verdict}`) : text('badge.mismatches', {count}),
    offer(text) {
      const verb = others.length === 0 ? repairVerb(first.entry, text) : null
      const title = text('badge.title')
      return verb === null
        ? {label: text('action.review', {count}), title, act: 'review'}
        : {label: verb, title, act: first}
    },
  }
}
