import type {Entry} from '../core/contract/entry.ts'
import type {Remark} from '../core/contract/remark.ts'
import type {FactsIndex} from './facts-index.ts'

/** A remark, and the entry's key when it was made: under which it is to be found again. */
export type SaidRemark = Remark & {about: string}

/**
 * What colleagues said of an entry, the oldest first. An entry whose payment was found since has another key now, so
 * what was said of its pass goes along.
 */
export function remarksOf(
  {key, payment, entitlements}: Pick<Entry, 'key' | 'payment' | 'entitlements'>,
  {remarks}: Pick<FactsIndex, 'remarks'>,
): SaidRemark[] {
  const keys = new Set([key, ...(payment === null ? [] : [payment]), ...entitlements])
  return [...keys]
    .flatMap((about) => (remarks.get(about)?.list ?? []).map((remark) => Object.assign({about}, remark)))
    .toSorted((a, b) => a.at - b.at)
}
