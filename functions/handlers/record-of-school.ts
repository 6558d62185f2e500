import {Fault} from '../../plugin/core/contract/fault.ts'
import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {schoolOfRecord} from '../../plugin/core/documents/parse-kept-record.ts'
import type {RequestCase} from './request-case.ts'

/**
 * A record as it stands. Another school's is nobody's here.
 *
 * @throws Fault `not_found`
 */
export async function recordOfSchool(
  {ledger, school}: Pick<RequestCase, 'ledger' | 'school'>,
  id: string,
): Promise<Shape> {
  const document = (await ledger.documents([id])).find(isShape)
  if (document?.['_type'] === 'passRepair' && schoolOfRecord(document) === school) return document
  throw new Fault('not_found', 'no such record at this school', {record: id})
}
