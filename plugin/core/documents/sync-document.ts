import {toIso, type Instant} from '../contract/instant.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {
  counter,
  emptySyncState,
  NO_CURSOR,
  syncRun,
  unsettled,
  type Counter,
  type InstallationState,
  type SyncCursor,
  type SyncState,
  type Turn,
  type Unsettled,
} from '../contract/sync-state.ts'
import {textHash} from '../contract/text-hash.ts'
import {timeIn} from './time-in.ts'

const LONGEST_ID = 100
const ID = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

/** A dot keeps a document private. Open pages listen to this type, so that they read again after a run. */
export function syncDocumentId(school: string): string {
  const id = `passSync.${school}`
  return id.length <= LONGEST_ID && ID.test(school) ? id : `passSync.${textHash(school)}`
}

/** Of another type than a school's: what strangers send must not make open pages read Stripe. */
export const INSTALLATION_ID = 'passInstallation.counters'

/** A state as its document's fields: null where a field is to be absent. */
export type StateDocument = {_id: string; _type: string; fields: Readonly<Record<string, unknown>>}

/** The `passSync` document of a school. The reference is weak, so that it never keeps a school from being erased. */
export function syncDocument(state: SyncState): StateDocument {
  const {school, lastRun} = state
  return {
    _id: syncDocumentId(school),
    _type: 'passSync',
    fields: {
      school: {_type: 'reference', _ref: school, _weak: true},
      cursor: {
        sessions: timeOf(state.cursor.sessions),
        refunds: timeOf(state.cursor.refunds),
        disputes: timeOf(state.cursor.disputes),
      },
      seen: state.seen,
      pending: state.pending.map(keptUnsettled),
      openRefunds: state.openRefunds.map(keptUnsettled),
      openDisputes: state.openDisputes.map(keptUnsettled),
      lastRun: lastRun && {...lastRun, at: toIso(lastRun.at)},
      lastFull: timeOf(state.lastFull),
      nextRun: timeOf(state.nextRun),
      alertState: Object.entries(state.alertState).map(([name, told]) => ({
        _key: textHash(name).slice(0, 12),
        name,
        told,
      })),
      automaticSince: timeOf(state.automaticSince),
      counters: keptCounters(state.counters),
    },
  }
}

/**
 * A `passSync` document in our words; what is absent or damaged is as if it had never been remembered. That is always
 * safe: more is read than needed, and automatic writing begins anew from now.
 */
export function parseSyncDocument(document: Shape | undefined, school: string): SyncState {
  if (document === undefined) return emptySyncState(school)
  const {lastRun} = document
  const run = syncRun.safeParse(isShape(lastRun) ? {...lastRun, at: timeIn(lastRun, 'at')} : null)
  return {
    school,
    cursor: readCursor(document),
    seen: listOf(document, 'seen').filter((id) => typeof id === 'string'),
    pending: membersOf(document, 'pending').flatMap(readUnsettled),
    openRefunds: membersOf(document, 'openRefunds').flatMap(readUnsettled),
    openDisputes: membersOf(document, 'openDisputes').flatMap(readUnsettled),
    lastRun: run.success ? run.data : null,
    lastFull: timeIn(document, 'lastFull'),
    nextRun: timeIn(document, 'nextRun'),
    alertState: Object.fromEntries(
      membersOf(document, 'alertState').flatMap(({name, told}) =>
        typeof name === 'string' && typeof told === 'string' ? [[name, told]] : [],
      ),
    ),
    automaticSince: timeIn(document, 'automaticSince'),
    counters: readCounters(document),
  }
}

/** The document of what belongs to no school. */
export function installationDocument({counters}: InstallationState): StateDocument {
  return {_id: INSTALLATION_ID, _type: 'passInstallation', fields: {counters: keptCounters(counters)}}
}

/** The same in our words. */
export function parseInstallation(document: Shape | undefined): InstallationState {
  return {counters: document === undefined ? {} : readCounters(document)}
}

/** Says whose turn it was by a hash only, so that nothing of it is about a person. */
export function turnDocumentId(key: string): string {
  return `passTurn.${textHash(key)}`
}

export function turnDocument({key, until}: Turn): StateDocument {
  return {_id: turnDocumentId(key), _type: 'passTurn', fields: {until: timeOf(until)}}
}

export function parseTurn(document: Shape | undefined, key: string): Turn {
  return {key, until: document === undefined ? null : timeIn(document, 'until')}
}

function timeOf(at: Instant | null): string | null {
  return at === null ? null : toIso(at)
}

function readCursor({cursor}: Shape): SyncCursor {
  if (!isShape(cursor)) return NO_CURSOR
  return {
    sessions: timeIn(cursor, 'sessions'),
    refunds: timeIn(cursor, 'refunds'),
    disputes: timeIn(cursor, 'disputes'),
  }
}

function listOf(document: Shape, field: string): readonly unknown[] {
  const list: unknown = document[field]
  return Array.isArray(list) ? list : []
}

function membersOf(document: Shape, field: string): Shape[] {
  return listOf(document, field).filter(isShape)
}

/** A list in the lake wants a key for each member; the same member always has the same. */
function keptUnsettled({id, account, createdAt}: Unsettled) {
  return {_key: textHash(id).slice(0, 12), id, account, createdAt: toIso(createdAt)}
}

function readUnsettled(member: Shape): Unsettled[] {
  const parsed = unsettled.safeParse({
    id: member['id'],
    account: member['account'] ?? null,
    createdAt: timeIn(member, 'createdAt'),
  })
  return parsed.success ? [parsed.data] : []
}

function keptCounters(counters: Readonly<Record<string, Counter>>) {
  return Object.entries(counters).map(([name, {count, last}]) => ({
    _key: textHash(name).slice(0, 12),
    name,
    count,
    last: toIso(last),
  }))
}

function readCounters(document: Shape): Record<string, Counter> {
  return Object.fromEntries(
    membersOf(document, 'counters').flatMap((member) => {
      const parsed = counter.safeParse({count: member['count'], last: timeIn(member, 'last')})
      return typeof member['name'] === 'string' && parsed.success ? [[member['name'], parsed.data]] : []
    }),
  )
}
