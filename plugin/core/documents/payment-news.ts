import type {School} from '../contract/school.ts'
import {isShape, type Shape} from '../contract/shape.ts'

/**
 * Whether a document that was just written says that payments of a school may have changed: a new payment makes no
 * event of its own in the lake. What has only begun changed nothing yet, and what names another school or account is
 * no reason to read this one's payments.
 *
 * @param of null where the school is not read yet: then it may be any
 */
export function tellsOfPayments(document: unknown, of: Pick<School, 'id' | 'accounts'> | null): boolean {
  if (!isShape(document)) return false
  const {_type: type, status, details} = document
  if (type !== 'passSync' && (type !== 'webhookLog' || status === 'processing')) return false
  if (of === null) return true
  const school = isShape(document['school']) ? document['school']['_ref'] : undefined
  if (typeof school === 'string') return school === of.id
  const account = accountIn(document) ?? (isShape(details) ? accountIn(details) : null)
  return account === null || of.accounts.length === 0 || of.accounts.includes(account)
}

function accountIn({account}: Shape): string | null {
  return typeof account === 'string' ? account : null
}
