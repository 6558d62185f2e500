import type {LakeDocument} from '../../../studio/local/lake/lake-document.ts'

export interface LakeChange {
  /** The ids of documents that were not there. */
  made: string[]
  /** Of those that were: which fields are others, by id. */
  changed: Record<string, string[]>
}

/** What differs between the lake before and after, to the field. */
export function lakeChange(before: readonly LakeDocument[], after: readonly LakeDocument[]): LakeChange {
  const known = new Map(before.map((document) => [document._id, document]))
  const changed = after.flatMap((document) => {
    const fields = differing(known.get(document._id) ?? document, document)
    return fields.length === 0 ? [] : [[document._id, fields] as const]
  })
  return {
    made: after.flatMap(({_id}) => (known.has(_id) ? [] : [_id])).sort(),
    changed: Object.fromEntries(changed),
  }
}

function differing(old: LakeDocument, now: LakeDocument): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== '_rev' && field !== '_updatedAt')
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .sort()
}
