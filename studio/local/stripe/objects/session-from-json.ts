import {blankSession, type SessionSeed} from './checkout-session.ts'

/**
 * A session as somebody's file has it: whole, with what belongs to it attached, but perhaps written for an
 * older version of the API. Fields that it lacks are as Checkout leaves them.
 *
 * @throws TypeError when it is no checkout session.
 * @example JSON.parse(text).payments.map(sessionFromJson)
 */
export function sessionFromJson(value: unknown): SessionSeed {
  if (!isSession(value))
    throw new TypeError('Not a checkout session: id, object, created or livemode is missing')
  return {...blankSession(value.id, value.created, value.livemode), ...value, account: value.account ?? null}
}

function isSession(value: unknown): value is SessionSeed {
  return (
    typeof value === 'object' &&
    value !== null &&
    'object' in value &&
    value.object === 'checkout.session' &&
    'id' in value &&
    typeof value.id === 'string' &&
    'created' in value &&
    typeof value.created === 'number' &&
    'livemode' in value &&
    typeof value.livemode === 'boolean'
  )
}
