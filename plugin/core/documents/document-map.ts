import type {DocumentKind} from './platform-documents.ts'

/** One field: where the platform has it, where the school has it, and how a value of the one becomes the other's. */
export type MappedField = {
  /** Dotted, as the platform has it. */
  ours: string
  /** Dotted, as the school has it. */
  theirs: string
  /** `wrap`: the school has a reference where the platform has an id; `unwrap`: the other way round. */
  ids: 'wrap' | 'unwrap' | null
  /** Whether the school has a reference there. */
  isReference: boolean
  /** What the platform has, and what the school has; null: the same. */
  values: readonly (readonly [ours: string | boolean, theirs: string])[] | null
  /** So much of ours is so much of theirs, where they count otherwise: `[1, 100]` where they count in øre. */
  unit: readonly [ours: number, theirs: number] | null
  /** Of a list of objects: what stands in each of them. */
  of: MappedFields | null
}

/** By our names; null for a field that the school does not have. */
export type MappedFields = Readonly<Record<string, MappedField | null>>

export type MappedKind = {type: string; fields: MappedFields}

/** The school's own schema beside the platform's, checked. */
export type DocumentMap = {
  kinds: Readonly<Record<Exclude<DocumentKind, 'booking'>, MappedKind>> & {booking: MappedKind | null}
  /** The school's document where there is only one, which nothing names. */
  only: string | null
  timeZone: string | null
  currency: string | null
}
