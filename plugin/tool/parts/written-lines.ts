import type {DocumentChange} from '../../core/contract/change.ts'
import type {EntitlementField} from '../../core/contract/entitlement.ts'
import type {KeptRecord} from '../../core/contract/repair.ts'
import {readWritten} from '../../core/documents/read-written.ts'
import {writtenBy, type Written} from '../../core/documents/written-by.ts'
import {rank, valueWords} from './change-lines.ts'
import type {FullWording} from './use-full-wording.ts'
import type {TableLine} from './LineTable.tsx'
import type {Names} from './names.ts'

/** What was, or will be, written in one pass. */
export type WrittenPass = {id: string; made: boolean; lines: TableLine[]}

/** Who and when stand beside the record anyway. */
const SAID_ELSEWHERE: ReadonlySet<EntitlementField> = new Set([
  'deactivatedBy',
  'deactivatedAt',
  'complimentaryBy',
  'complimentaryAt',
])

/** What a record says was written, pass by pass; empty where nothing was, or where its texts cannot be read. */
export function recordLines(
  record: Pick<KeptRecord, 'before' | 'after'>,
  names: Names,
  wording: FullWording,
): WrittenPass[] {
  return (writtenBy(record) ?? []).map((written) => ({
    id: written.id,
    made: written.before === null,
    lines: linesOf(written, names, wording),
  }))
}

/** What an undo would put back: what stands there now, by the record, beside what will. */
export function undoLines(
  documents: readonly DocumentChange[],
  record: Pick<KeptRecord, 'before' | 'after'> | null,
  names: Names,
  wording: FullWording,
): WrittenPass[] {
  const standing = new Map((record === null ? null : writtenBy(record))?.map(({id, after}) => [id, after]))
  return documents.flatMap((document) => {
    if ('create' in document) return []
    const {id, set, unset} = document.patch
    const after = {...set, ...Object.fromEntries(unset.map((name) => [name, null]))}
    const now = standing.get(id) ?? {}
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, now[name] ?? null]))
    return [{id, made: false, lines: linesOf({id, before, after}, names, wording)}]
  })
}

function linesOf({before, after}: Written, names: Names, wording: FullWording): TableLine[] {
  const earlier = before === null ? null : new Map(readWritten(before).map((one) => [one.field, one.value]))
  const words = (field: EntitlementField, value: unknown) => valueWords(field, value, names, wording)
  const stoodIn = (field: EntitlementField) => earlier?.get(field) ?? null
  return readWritten(after)
    .filter(({field, value}) => {
      if (SAID_ELSEWHERE.has(field)) return false
      // Beside what was written a record notes what undo will ask about; of a new pass, what it has not is not said.
      if (earlier === null) return value !== null
      return earlier.has(field) && words(field, value) !== words(field, stoodIn(field))
    })
    .toSorted((a, b) => rank(a.field) - rank(b.field))
    .map(({field, value}) => {
      const stood = stoodIn(field)
      return {
        label: wording.text(`field.${field}`),
        value: value === null ? wording.text('repair.will_unset') : words(field, value),
        before: stood === null ? null : words(field, stood),
      }
    })
}
