/** A document as a seed or a test writes it: what is missing (`_rev`, times) the lake fills in. */
export type LakeDocument = {
  _id: string
  _type: string
  _rev?: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

/** A document as it lies in the dataset. */
export type StoredDocument = LakeDocument & {_rev: string; _createdAt: string; _updatedAt: string}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isLakeDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}

/** Fills in what only the lake knows; a seed that carries its own revision and times keeps them. */
export function storedDocument(
  document: LakeDocument,
  defaults: {rev: string; timestamp: string},
): StoredDocument {
  const createdAt = document._createdAt ?? defaults.timestamp
  return {
    ...structuredClone(document),
    _rev: document._rev ?? defaults.rev,
    _createdAt: createdAt,
    _updatedAt: document._updatedAt ?? createdAt,
  }
}
