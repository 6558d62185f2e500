import type {RecordsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {KeptRecord} from '../../plugin/core/contract/repair.ts'
import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {parseKeptRecord} from '../../plugin/core/documents/parse-kept-record.ts'
import {demandSchool} from './demand-school.ts'
import type {RequestCase} from './request-case.ts'
import {undoneByOf} from './undone-by.ts'

/** As many as the query gives at once. */
const PAGE = 50
/** Later than everything. */
const NEWEST = {at: '9', id: ''}

/**
 * What was done at the school, newest first: a page of it.
 *
 * @throws Fault `not_found` where there is no such school: an empty list would say that nothing was ever done
 */
export async function records(
  of: RequestCase,
  {after, batch = ''}: {after?: string | undefined; batch?: string | undefined},
): Promise<RecordsAnswer> {
  const {ledger, school} = of
  const before = after === undefined ? NEWEST : fromCursor(after)
  const documents = (await ledger.records({school, batch, before})).filter(isShape)
  if (documents.length === 0) await demandSchool(of)
  const undoneBy = await undoneByOf(
    of,
    documents.map(({_id}) => String(_id)),
  )
  const last = documents.length < PAGE ? undefined : documents.at(-1)
  return {
    records: documents.flatMap((document) => readable(document, undoneBy)),
    next: last === undefined ? null : `${String(last['at'])}~${String(last['_id'])}`,
  }
}

function fromCursor(cursor: string): {at: string; id: string} {
  const [, at, id] = /^([\dTZ:.-]{1,40})~([\w.-]{1,128})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) {
    throw new Fault('invalid_request', 'no such cursor', {parameter: 'after'})
  }
  return {at, id}
}

/** A record that somebody damaged must not keep the others from being seen. */
function readable(document: Shape, undoneBy: (record: string) => string | null): KeptRecord[] {
  try {
    return [parseKeptRecord(document, undoneBy(String(document['_id'])))]
  } catch (error) {
    if (error instanceof GarbledField) return []
    throw error
  }
}
