import type {FirstText} from '../i18n/use-first-text.ts'
import {repairVerb} from '../tool/parts/repair-verb.ts'
import type {Glance, Mismatch} from './glance.ts'

/** Nobody could read it, or nobody should have: the inspector reads, and says what is wrong. */
export function unknownGlance(text: FirstText): Glance {
  return {badge: null, label: text('action.open'), title: text('action.unknown'), act: 'review'}
}

/** What the Studio was told of its own types does not hold: the inspector lists what is missing. */
export function misnamedGlance(text: FirstText): Glance {
  return {...unknownGlance(text), badge: text('badge.misnamed'), title: text('action.misnamed')}
}

/** What a document says of itself whose open mismatches are these. */
export function glanceOf(mismatches: readonly Mismatch[], text: FirstText): Glance {
  const [first, ...others] = mismatches
  if (first === undefined) {
    return {badge: null, label: text('action.repair'), title: text('action.none'), act: null}
  }
  const count = mismatches.length
  const isOne = others.length === 0
  const badge = isOne ? text(`verdict.${first.entry.verdict}`) : text('badge.mismatches', {count})
  const title = text('badge.title')
  const verb = isOne ? repairVerb(first.entry, text) : null
  return verb === null
    ? {badge, label: text('action.review', {count}), title, act: 'review'}
    : {badge, label: verb, title, act: first}
}
