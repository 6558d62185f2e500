import type {FaultCode} from '../plugin/core/contract/fault.ts'

/** One request, as it is logged: ids, counts and times. No names, no addresses, no tokens, no query. */
export type LogLine = {
  at: string
  requestId: string
  method: string
  /** The route's pattern, not the address that was asked for. */
  route: string
  status: number
  ms: number
  actor: string | null
  school: string | null
  code: FaultCode | null
  stripeCalls: number
  lakeCalls: number
  /** Messages to students that were not sent, or of which that could not be noted. */
  messagesFailed?: number
  /** Alerts that did not arrive. */
  alertsFailed?: number
  /** What became of a delivery. */
  result?: string
  /** What went wrong where nobody expected it. */
  bug?: string
}
/** Hears one line for each request, after it was answered. */
export type Log = (line: LogLine) => void

/** What handlers add to the line of their request while they work. */
export type LogNotes = Omit<LogLine, 'at' | 'requestId' | 'method' | 'status' | 'ms'>

export function emptyNotes(): LogNotes {
  return {route: '-', actor: null, school: null, code: null, stripeCalls: 0, lakeCalls: 0}
}

/** One JSON line on standard output, which every host collects. */
export function logToConsole(line: LogLine): void {
  console.log(JSON.stringify(line))
}

/** Something that no request is about, on standard error. */
export function warnOnConsole(text: string): void {
  console.error(text)
}

const ADDRESS = /[^\s"'<>@]+@[^\s"'<>@]+/g
const SECRET = /\b(?:[srp]k_(?:live|test)_|whsec_|sk)[\w*]{8,}|Bearer\s+\S+/g

/**
 * A bug in full, for whoever mends it, without what identifies a person or opens a door: an SDK's message may
 * quote what it was given.
 */
export function describeBug(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  return text.replaceAll(ADDRESS, '[address]').replaceAll(SECRET, '[secret]')
}
