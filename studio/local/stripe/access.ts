import type {Permission} from './permissions.ts'
import type {Store} from './store.ts'
import {StripeFault} from './stripe-fault.ts'
import type {AccountSeed, KeySeed} from './stripe-seed.ts'

/** Who calls, for which account, and in which mode. */
export interface Access {
  key: KeySeed
  /** Whose key it is. */
  owner: string
  /** The account whose objects are read: the owner, or the one in `Stripe-Account`. */
  account: string
  livemode: boolean
}

/**
 * Admits a request by its key and `Stripe-Account`, or refuses it as Stripe does: 401 without a good key,
 * 403 `account_invalid` for an account that the key can't see (which may also mean that there is none).
 */
export function admit(
  store: Store,
  authorization: string | undefined,
  stripeAccount: string | undefined,
): Access {
  const key = keyOf(store, authorization)
  const owner = key.account ?? store.platform
  const livemode = /^[sr]k_live_/.test(key.key)
  const account = stripeAccount === undefined || stripeAccount === '' ? owner : stripeAccount
  if (!mayReach(store, {key, owner, account, livemode})) throw unreachable(key, account)
  return {key, owner, account, livemode}
}

/** Whether a key sees this account: its own, or one connected to it in the same mode. */
export function mayReach(store: Store, {key, owner, account, livemode}: Access): boolean {
  const seed = store.accounts.get(account)
  if (seed === undefined || !hasMode(seed, livemode)) return false
  if (key.noAccessTo?.includes(account) === true) return false
  return account === owner || seed.platform === owner
}

export function unreachable(key: KeySeed, account: string): StripeFault {
  return new StripeFault({
    status: 403,
    body: {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key '${masked(key.key)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    },
  })
}

/** Refuses a restricted key that lacks a permission, naming it: the only thing that says which one. */
export function demand({key, account}: Access, permission: Permission): void {
  if (!key.key.startsWith('rk_') || key.permissions?.includes(permission) === true) return
  throw new StripeFault({
    status: 403,
    body: {
      type: 'invalid_request_error',
      message: `The provided key '${masked(key.key)}' does not have the required permissions for this endpoint on account '${account}'. Having the 'rak_${permission}' permission would allow this request to continue.`,
    },
  })
}

function keyOf(store: Store, authorization: string | undefined): KeySeed {
  const given = secretIn(authorization)
  if (given === undefined) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    )
  }
  const key = store.keys.get(given)
  if (key === undefined) throw unauthorized(`Invalid API Key provided: ${masked(given)}`)
  if (key.expired === true)
    throw unauthorized(`Expired API Key provided: ${masked(given)}`, 'api_key_expired')
  return key
}

function secretIn(authorization = ''): string | undefined {
  const [scheme = '', value = ''] = authorization.split(' ')
  if (scheme.toLowerCase() === 'bearer' && value !== '') return value
  if (scheme.toLowerCase() !== 'basic') return undefined
  const [user = ''] = Buffer.from(value, 'base64').toString().split(':')
  return user === '' ? undefined : user
}

function unauthorized(message: string, code?: string): StripeFault {
  return new StripeFault({
    status: 401,
    body: {type: 'invalid_request_error', message, ...(code === undefined ? {} : {code})},
    headers: {'www-authenticate': 'Bearer realm="Stripe"'},
  })
}

/** Everything but the kind of key and its last four signs. */
function masked(key: string): string {
  const kind = /^[a-z]+_(live|test)_/.exec(key)?.[0] ?? ''
  const hidden = Math.max(0, key.length - kind.length - 4)
  return `${kind}${'*'.repeat(hidden)}${key.slice(kind.length + hidden)}`
}

function hasMode(seed: AccountSeed, livemode: boolean): boolean {
  return seed.modes?.includes(livemode ? 'live' : 'test') ?? true
}
