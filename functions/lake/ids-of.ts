import {isShape} from '../../plugin/core/contract/shape.ts'

/** The ids of what a query found. */
export function idsOf(documents: readonly unknown[] = []): string[] {
  return documents.flatMap((document) => {
    const id = isShape(document) ? document['_id'] : null
    return typeof id === 'string' ? [id] : []
  })
}
