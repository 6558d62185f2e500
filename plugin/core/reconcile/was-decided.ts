import type {Case} from './case.ts'

/** Somebody has chosen before between people whom the evidence names, and that repair stands. */
export function wasDecided({world, records}: Case): boolean {
  return records.some(
    (record) =>
      record.verdict === 'conflict' &&
      record.kind !== 'dismiss' &&
      record.undoes === null &&
      !world.records.isUndone(record),
  )
}
