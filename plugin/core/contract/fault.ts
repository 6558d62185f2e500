import type {z} from 'zod/mini'
import type {faultBody} from './fault-schema.ts'
import type {Preview} from './repair.ts'

type FaultRule = {
  /** HTTP status; null for a fault that only a browser can have. */
  status: number | null
  /** Whether the same request may succeed when sent again, without anybody doing anything. */
  retry: boolean
  /** Who can mend it: the person at the screen, the school, whoever runs the function, or nobody but time. */
  who: 'person' | 'school' | 'operator' | 'time'
}

/** Every failure that we expect. Read by the responder, the retrier, the sentences in `i18n` and the tests. */
export const FAULTS = {
  invalid_request: {status: 400, retry: false, who: 'operator'},
  unauthenticated: {status: 401, retry: false, who: 'person'},
  forbidden: {status: 403, retry: false, who: 'school'},
  not_found: {status: 404, retry: false, who: 'person'},
  plan_changed: {status: 409, retry: false, who: 'person'},
  already_repaired: {status: 409, retry: false, who: 'person'},
  used_since: {status: 409, retry: false, who: 'person'},
  draft_conflict: {status: 409, retry: false, who: 'person'},
  payload_too_large: {status: 413, retry: false, who: 'operator'},
  not_repairable: {status: 422, retry: false, who: 'person'},
  account_unreadable: {status: 424, retry: false, who: 'operator'},
  contract_mismatch: {status: 426, retry: false, who: 'operator'},
  rate_limited: {status: 429, retry: true, who: 'time'},
  misconfigured: {status: 500, retry: false, who: 'operator'},
  internal: {status: 500, retry: false, who: 'operator'},
  stripe_unavailable: {status: 502, retry: true, who: 'time'},
  lake_unavailable: {status: 502, retry: true, who: 'time'},
  jobs_unavailable: {status: 502, retry: true, who: 'operator'},
  bad_response: {status: null, retry: false, who: 'operator'},
  unreachable: {status: null, retry: true, who: 'operator'},
} as const satisfies Record<string, FaultRule>

export type FaultCode = keyof typeof FAULTS
export const FAULT_CODES = Object.keys(FAULTS).filter((code): code is FaultCode => code in FAULTS)

/** On the wire: `{error: FaultBody}`. The message is for whoever operates the function; people read `i18n`. */
export type FaultBody = z.infer<typeof faultBody>

/**
 * A failure that we expected, thrown where it is found and answered or shown as what it is.
 *
 * @example throw new Fault('account_unreadable', 'the key cannot read the account', {account: 'acct_A'})
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode
  readonly detail: Record<string, string>
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  readonly preview: Preview | null

  constructor(
    code: FaultCode,
    message: string,
    detail: Record<string, string> = {},
    {
      requestId = null,
      retryAfterSeconds = null,
      preview: changed = null,
      cause,
    }: {
      requestId?: string | null
      retryAfterSeconds?: number | null
      preview?: Preview | null
      cause?: unknown
    } = {},
  ) {
    super(message, {cause})
    this.code = code
    this.detail = detail
    this.requestId = requestId
    this.retryAfterSeconds = retryAfterSeconds
    this.preview = changed
  }
}
