import {PLATFORM_SCHEMA} from '../../../plugin/core/documents/school-schema.ts'
import {expect, it} from 'vitest'
import {createLakeClient} from '../../../functions/lake/client.ts'
import {createLedgerPort} from '../../../functions/lake/ledger-port.ts'
import {createSchemaProof} from '../../../functions/lake/schema-proof.ts'
import {createWritePace} from '../../../functions/lake/write-pace.ts'
import {WriteConflict} from '../../../functions/ports.ts'
import {amendState, automaticSince} from '../../../functions/sync/amend-state.ts'
import {HOUR, MINUTE} from '../../../plugin/core/contract/instant.ts'
import {emptySyncState, NO_CURSOR, type SyncState} from '../../../plugin/core/contract/sync-state.ts'
import {robot} from '../people.ts'
import {NOW, setup} from '../setup.ts'

const remembered: SyncState = {
  ...emptySyncState('tenantT'),
  cursor: {sessions: NOW - HOUR, refunds: NOW - 2 * HOUR, disputes: null},
  seen: ['re_1'],
  pending: [{id: 'cs_live_1', account: 'acct_A', createdAt: NOW - HOUR}],
  openRefunds: [{id: 're_1', account: 'acct_A', createdAt: NOW - 2 * HOUR}],
  openDisputes: [{id: 'dp_1', account: null, createdAt: NOW - 3 * HOUR}],
  lastRun: {
    at: NOW,
    ended: 'stripe_unavailable',
    counts: {sessions: 3, refunds: 1, disputes: 1, calls: 4, repaired: 1, left: {missing: 2}},
  },
  lastFull: NOW - 5 * HOUR,
  nextRun: NOW + HOUR,
  alertState: {mismatches: 'missing 2'},
  automaticSince: NOW - 9 * HOUR,
  counters: {'signature failures': {count: 4, last: NOW}},
}

async function ledgerOf() {
  const at = await setup()
  const {projectId, dataset, url} = at.lake
  const clientOf = (token: string) =>
    createLakeClient({projectId, dataset, token, apiHost: url, patience: {timeout: 2_000, firstPause: 1}})
  const ledger = createLedgerPort({
    robot: clientOf(robot.token),
    clientOf,
    schoolAccounts: null,
    schema: PLATFORM_SCHEMA,
    prove: createSchemaProof(PLATFORM_SCHEMA),
    pace: createWritePace(),
    onCall: () => undefined,
  })
  return {...at, ledger}
}

it('remembers of a school what it was given, in a private document that does not hold the school', async () => {
  const {ledger, document} = await ledgerOf()
  expect(await ledger.syncState('tenantT')).toEqual({state: emptySyncState('tenantT'), revision: null})
  await ledger.saveSyncState({state: remembered, revision: null})
  const kept = await ledger.syncState('tenantT')
  expect(kept.state).toEqual(remembered)
  expect(document('passSync.tenantT')).toMatchObject({
    _type: 'passSync',
    school: {_ref: 'tenantT', _weak: true},
    cursor: {sessions: '2026-03-10T11:00:00.000Z'},
  })
  await ledger.saveSyncState({...kept, state: {...remembered, lastFull: null, lastRun: null}})
  expect(document('passSync.tenantT')).not.toHaveProperty('lastFull')
  expect((await ledger.syncState('tenantT')).state).toEqual({...remembered, lastFull: null, lastRun: null})
})

it('lets nobody overwrite what somebody else remembered meanwhile', async () => {
  const {ledger} = await ledgerOf()
  const nothing = await ledger.syncState('tenantT')
  await ledger.saveSyncState(nothing)
  await expect(ledger.saveSyncState(nothing)).rejects.toThrow(WriteConflict)
  const kept = await ledger.syncState('tenantT')
  await ledger.saveSyncState({...kept, state: remembered})
  await expect(ledger.saveSyncState(kept)).rejects.toThrow(WriteConflict)
})

it('makes a change again to what others left, so that neither is lost', async () => {
  const {ledger} = await ledgerOf()
  const count = (name: string) => (state: SyncState) => ({
    ...state,
    counters: {...state.counters, [name]: {count: 1, last: NOW}},
  })
  await Promise.all(['a', 'b', 'c'].map((name) => amendState(ledger, 'tenantT', count(name))))
  expect(Object.keys((await ledger.syncState('tenantT')).state.counters).toSorted()).toEqual(['a', 'b', 'c'])
})

it('sets from when on payments are repaired by themselves once, to include the one in hand and none before', async () => {
  const {ledger} = await ledgerOf()
  expect(await automaticSince(ledger, 'tenantT', NOW)).toBe(NOW - 10 * MINUTE)
  expect(await automaticSince(ledger, 'tenantT', NOW + HOUR)).toBe(NOW - 10 * MINUTE)
})

it('takes what is damaged for never remembered, and keeps the rest', async () => {
  const {ledger, studio} = await ledgerOf()
  await ledger.saveSyncState({state: remembered, revision: null})
  const set = {
    cursor: 'soon',
    automaticSince: 7,
    pending: ['cs_live_1', {id: '', account: 3}],
    lastRun: {at: 'x'},
  }
  await studio().patch('passSync.tenantT').set(set).commit()
  expect((await ledger.syncState('tenantT')).state).toEqual({
    ...remembered,
    cursor: NO_CURSOR,
    automaticSince: null,
    pending: [],
    lastRun: null,
  })
})

it('counts what belongs to no school apart, where no open page listens', async () => {
  const {ledger, document} = await ledgerOf()
  const kept = await ledger.installation()
  expect(kept).toEqual({state: {counters: {}}, revision: null})
  const state = {counters: {'signature failures': {count: 2, last: NOW}}}
  await ledger.saveInstallation({...kept, state})
  expect((await ledger.installation()).state).toEqual(state)
  expect(document('passInstallation.counters')).toMatchObject({_type: 'passInstallation'})
})
