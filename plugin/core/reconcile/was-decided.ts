import type {Case} from './case.ts'

/** Somebody has chosen before between people whom the evidence names, and that repair stands. */
export function wasDecided({payment, world, records}: Case): boolean {
  return records.some(
    (record) =>
      record.payment === payment.id &&
      record.verdict === 'conflict' &&
      record.kind !== 'dismiss' &&
      record.undoes === null &&
      !world.records.isUndone(record),
  )
}
