import type {LakeEvent} from './lake.ts'

export type Change = Extract<LakeEvent, {kind: 'change'}>

/** What is to be done about a document after the events that were heard of it. */
export type Step = {do: 'apply'; change: Change} | {do: 'skip'} | {do: 'fetch'; id: string}

/**
 * Revisions have no order, so an event is applied only where it joins on to what is held. `changes` are the events
 * of one document, oldest first; `held` is its revision here, null when it is not held.
 */
export function replay(held: string | null, changes: Change[]): Step {
  const last = changes.at(-1)
  if (!last) return {do: 'skip'}
  // What was read may already contain some of what was heard while reading.
  const seen = held === null ? -1 : changes.findLastIndex(({resultRev}) => resultRev === held)
  let revision = held
  for (const change of changes.slice(seen + 1)) {
    if (change.previousRev !== revision) return {do: 'fetch', id: last.id}
    revision = change.resultRev
  }
  return seen === changes.length - 1 ? {do: 'skip'} : {do: 'apply', change: last}
}
