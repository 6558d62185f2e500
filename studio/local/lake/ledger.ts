/** What was asked of a local backend, so that a test can count, and fails on what nobody built. */
export type Ledger = {
  /** Requests that no route answers: a test that finds one here fails. */
  unknown: {method: string; path: string}[]
  requests: {method: string; path: string; tag: string | undefined; actor: string}[]
}

export function clearLedger(ledger: Ledger): void {
  ledger.unknown.length = 0
  ledger.requests.length = 0
}
