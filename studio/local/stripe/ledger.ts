export interface LedgerRequest {
  method: string
  path: string
  /** The account whose objects were asked for; null when the request was refused before that was known. */
  account: string | null
  /** As it was sent, decoded. */
  query: string
  /** 0 while it waits for its answer, and when the connection was cut. */
  status: number
}

interface LedgerDelivery {
  event: string
  endpoint: string
  url: string
  /** The answer's status; null when there was none. */
  status: number | null
  ok: boolean
}

/** What was asked of the local Stripe, and what it does not carry. A test fails on a line in `unknown`. */
export interface Ledger {
  unknown: {method: string; path: string}[]
  requests: LedgerRequest[]
  deliveries: LedgerDelivery[]
  clear(): void
}

export function createLedger(): Ledger {
  const ledger: Ledger = {
    unknown: [],
    requests: [],
    deliveries: [],
    clear() {
      ledger.unknown.length = 0
      ledger.requests.length = 0
      ledger.deliveries.length = 0
    },
  }
  return ledger
}
