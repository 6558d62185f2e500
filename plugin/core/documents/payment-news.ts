import type {Instant} from '../contract/instant.ts'
import type {School} from '../contract/school.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {timeIn} from './time-in.ts'

/** That payments of a school may have changed. */
export type PaymentNews = {
  /** The session that it is about; null where that is not said: then it may be any, or several. */
  payment: string | null
  /** When a webhook was told of it; null where it was none, or does not say. */
  toldAt: Instant | null
  /** When the run of the sync began that tells of it; null where it was none. The sync also notes other things. */
  run: Instant | null
}

/**
 * What a document that was just written says of payments of a school: a new payment makes no event of its own in the
 * lake. Null where it says nothing: what has only begun changed nothing yet, and what names another school or account is
 * no reason to read this one's payments.
 *
 * @param of null where the school is not read yet: then it may be any
 */
export function paymentNews(
  document: unknown,
  of: Pick<School, 'id' | 'accounts'> | null,
): PaymentNews | null {
  if (!isShape(document)) return null
  const {_type: type, status, details} = document
  if (type !== 'passSync' && (type !== 'webhookLog' || status === 'processing')) return null
  if (of !== null && !isOf(document, of)) return null
  const {lastRun} = document
  const session = type === 'webhookLog' && isShape(details) ? details['sessionId'] : null
  return {
    payment: typeof session === 'string' && session.startsWith('cs_') ? session : null,
    toldAt: type === 'webhookLog' ? timeIn(document, 'timestamp') : null,
    run: type === 'passSync' && isShape(lastRun) ? timeIn(lastRun, 'at') : null,
  }
}

function isOf(document: Shape, of: Pick<School, 'id' | 'accounts'>): boolean {
  const school = isShape(document['school']) ? document['school']['_ref'] : undefined
  if (typeof school === 'string') return school === of.id
  const {details} = document
  const account = accountIn(document) ?? (isShape(details) ? accountIn(details) : null)
  return account === null || of.accounts.length === 0 || of.accounts.includes(account)
}

function accountIn({account}: Shape): string | null {
  return typeof account === 'string' ? account : null
}
