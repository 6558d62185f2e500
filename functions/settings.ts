import {z} from 'zod'
import {repeatedKey} from './repeated-key.ts'
import {parseDocumentMap} from '../plugin/core/documents/parse-document-map.ts'

const filled = z.string('is not set').trim().min(1, 'is empty')

const json = filled.transform((text, context): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    const repeated = repeatedKey(text)
    // The last one would count, and what the others say be lost without a word.
    if (repeated !== null) context.addIssue(`names ${JSON.stringify(repeated)} twice`)
    return value
  } catch {
    context.addIssue('is not JSON')
    return z.NEVER
  }
})

const schoolIds = z.union([z.literal('*').transform(() => ['*']), z.array(z.string().min(1))])
const access = z.record(z.string().min(1), schoolIds, 'must map a role or a user id to school ids')
const accounts = z.record(
  z.string().min(1),
  z.array(z.string().startsWith('acct_')),
  'must map a school id to account ids',
)

const onOrOff = z.enum(['on', 'off'], 'must be on or off').transform((text) => text === 'on')
/** Guessing it must not be worth trying. */
const sharedSecret = filled.min(24, 'must have at least 24 characters')
const database = filled.regex(
  /^(postgres(ql)?:\/\/|file:\/\/\/)\S+$/,
  'must begin with postgres://, postgresql:// or file:///',
)
const address = filled.refine(isOnTheWayEncrypted, 'must be an https address')

/**
 * Every setting of the function by its name in the environment, with what makes a value right. Messages are ours, so
 * that none quotes what was given.
 */
export const SETTINGS = {
  STRIPE_SECRET_KEY: filled.regex(
    /^(sk|rk)_(live|test)_\w+$/,
    'must begin with sk_live_, rk_live_, sk_test_ or rk_test_',
  ),
  LIVE: z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true'),
  STRIPE_APPLICATION: filled.startsWith('ca_', 'must begin with ca_').optional(),
  STRIPE_WEBHOOK_SECRETS: list(isWebhookSecret, 'must be secrets that begin with whsec_').optional(),
  WEBHOOK_WRITES: onOrOff.default(false),
  AUTO_REVOKE: onOrOff.default(true),
  WEBHOOK_HOSTS: list(isHost, 'must be host names such as passes.example.com').optional(),
  SANITY_PROJECT_ID: filled.regex(/^[a-z0-9-]+$/, 'must be a project id'),
  SANITY_DATASET: filled.regex(/^[a-z0-9_-]+$/, 'must be the name of a dataset'),
  SANITY_WRITE_TOKEN: filled,
  SCHOOL_ACCESS: json.pipe(access).optional(),
  SCHOOL_ACCOUNTS: json.pipe(accounts).refine(isOneSchoolEach, 'gives one account to two schools').optional(),
  ALLOWED_ORIGINS: list(isExactOrigin, 'must be exact origins such as https://studio.example.com').optional(),
  SYNC_SECRET: sharedSecret.optional(),
  STUDENT_SYNC_SECRET: sharedSecret.optional(),
  ALERT_WEBHOOK_URL: address.optional(),
  MESSAGE_WEBHOOK_URL: address.optional(),
  DATABASE_URL: database.optional(),
  DOCUMENTS: json.transform(toDocumentMap).optional(),
}

function toDocumentMap(given: unknown, context: z.RefinementCtx) {
  const {map, problems} = parseDocumentMap(given)
  if (map !== null) return map
  context.addIssue(`does not hold: ${problems.join(' ')}`)
  return z.NEVER
}

/** Several values in one setting, separated by commas. */
function list(isRight: (item: string) => boolean, problem: string) {
  return filled.transform((text, context) => {
    const items = text.split(',').map((item) => item.trim())
    if (items.every(isRight)) return items
    context.addIssue(`${problem}, separated by commas`)
    return z.NEVER
  })
}

function isWebhookSecret(text: string): boolean {
  return /^whsec_\w+$/.test(text)
}

function isHost(text: string): boolean {
  return URL.canParse(`https://${text}`) && new URL(`https://${text}`).hostname === text
}

function isExactOrigin(text: string): boolean {
  return text !== 'null' && URL.canParse(text) && new URL(text).origin === text
}

// What is posted there names students: only to this machine may it go in the clear.
function isOnTheWayEncrypted(text: string): boolean {
  if (!URL.canParse(text)) return false
  const {protocol, hostname} = new URL(text)
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  )
}

function isOneSchoolEach(map: Record<string, string[]>): boolean {
  const all = Object.values(map).flatMap((ids) => Array.from(new Set(ids)))
  return new Set(all).size === all.length
}
