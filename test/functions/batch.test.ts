import {describe, expect, it} from 'vitest'
import {odd, tove, una, vic} from './people.ts'
import {BATCH, batchParts, previewsOf, recordsOf, shown} from './repairing.ts'
import {adaBuys, held, REPAIRS, sale, setup} from './setup.ts'

const HOUR = 3_600_000
const FIRST = Date.parse('2026-02-01T08:00:00Z')

/** Some sales, an hour apart; only every `each`th lacks its pass. */
function school({sales, each = 1, email}: {sales: number; each?: number; email?: string}) {
  const sessions = Array.from({length: sales}, (_, nth) =>
    sale({
      id: `cs_live_row${nth}`,
      createdAt: new Date(FIRST + nth * HOUR).toISOString(),
      email: email ?? `buyer${nth}@example.com`,
      metadata: adaBuys('P3'),
    }),
  )
  const isMissing = (nth: number) => nth % each === 0
  const documents = sessions.flatMap((session, nth) =>
    isMissing(nth) ? [] : [held({_id: `sub${nth}`, stripeSessionId: session.id})],
  )
  const rows = sessions.flatMap(({id}, nth) =>
    isMissing(nth) ? [{subject: {payment: id}, kind: 'grant' as const}] : [],
  )
  const period = {from: FIRST, to: FIRST + (sales - 1) * HOUR}
  return {sessions, documents, rows, period}
}

describe('many previews', () => {
  it('come in the order they were asked for, and one that cannot be planned spoils no other', async () => {
    const {sessions, rows} = school({sales: 3})
    const at = await setup({sessions})
    const unknown = {subject: {payment: 'cs_live_unknown'}, kind: 'grant' as const}
    const items = await previewsOf(at, [...rows.slice(0, 2), unknown, ...rows.slice(2)])
    expect(items).toMatchObject([
      {preview: {subject: rows[0]?.subject}},
      {preview: {subject: rows[1]?.subject}},
      {error: {code: 'not_found'}, subject: unknown.subject, kind: 'grant'},
      {preview: {subject: rows[2]?.subject}},
    ])
  })

  it('are the same plans that each would have by itself', async () => {
    const {sessions, rows, period} = school({sales: 3, email: 'ada.lind@example.com'})
    const loose = held({_id: 'by-hand', _createdAt: '2026-02-01T09:30:00Z'})
    const at = await setup({sessions, documents: [loose]})
    const together = await previewsOf(at, rows, period)
    for (const [row, item] of rows.entries()) {
      const [alone] = await previewsOf(at, [item])
      const told = alone && 'error' in alone ? {error: {code: alone.error.code}} : alone
      expect(together[row]).toMatchObject({...told})
    }
  })

  it('cost whole pages of payments instead of each, where that is less', async () => {
    const {sessions, documents, rows, period} = school({sales: 120, each: 4})
    const at = await setup({sessions, documents})
    await previewsOf(at, rows, period)
    expect(at.stripe.ledger.requests).toHaveLength(2)
    at.forgetCalls()
    await previewsOf(at, rows)
    expect(at.stripe.ledger.requests).toHaveLength(rows.length)
    at.forgetCalls()
    await previewsOf(at, rows.slice(0, 2), {from: 0, to: period.to})
    expect(at.stripe.ledger.requests.length).toBeLessThanOrEqual(3)
  })
})

describe('a batch', () => {
  it('carries out every row by itself, tells of each as it ends, and stands in the records', async () => {
    const {sessions, rows, period} = school({sales: 8})
    const at = await setup({sessions})
    const items = await shown(at, rows, period)
    const parts = await batchParts(await at.send(BATCH, {body: {batch: 'click-1', items, period}}))
    const rowParts = parts.flatMap((part) => ('row' in part ? [part] : []))
    expect(rowParts.map(({row}) => row).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(rowParts.every(({state}) => state === 'done')).toBe(true)
    expect(parts.at(-1)).toEqual({done: {done: 8, failed: 0, skipped: 0}, duplicates: []})
    expect(at.ofType('subscription')).toHaveLength(8)
    const transactions = new Set(at.ofType('passRepair').map(({_rev}) => _rev))
    expect(transactions.size).toBe(8)
    const {records} = await recordsOf(at, '?batch=click-1')
    expect(new Set(records.map(({payment}) => payment))).toEqual(new Set(sessions.map(({id}) => id)))
    expect((await recordsOf(at, '?batch=another')).records).toEqual([])
  })

  it('says of each row that was not done why, and does the others', async () => {
    const {sessions, rows} = school({sales: 4})
    const at = await setup({sessions})
    const items = await shown(at, rows)
    await at.stripe.control.refund('cs_live_row0')
    await at.send(REPAIRS, {body: items[1]})
    const changed = items.map((item, row) =>
      row === 2 ? Object.assign({}, item, {plan: 'f'.repeat(64)}) : item,
    )
    const parts = await batchParts(await at.send(BATCH, {body: {batch: 'b', items: changed}}))
    const byRow = parts.filter((part) => 'row' in part).toSorted((a, b) => a.row - b.row)
    expect(byRow).toMatchObject([
      {row: 0, state: 'failed', error: {code: 'not_repairable'}},
      {row: 1, state: 'skipped', error: {code: 'already_repaired'}},
      {row: 2, state: 'skipped', error: {code: 'plan_changed', preview: {kind: 'grant'}}},
      {row: 3, state: 'done'},
    ])
    expect(parts.at(-1)).toMatchObject({done: {done: 1, failed: 1, skipped: 2}})
  })

  it('sent by two people at once makes each pass once', async () => {
    const {sessions, rows, period} = school({sales: 6})
    const at = await setup({sessions})
    const items = await shown(at, rows, period)
    const body = {batch: 'b', items, period}
    const answers = await Promise.all([
      at.send(BATCH, {body, as: tove}).then(batchParts),
      at.send(BATCH, {body, as: odd}).then(batchParts),
    ])
    const states = answers.flat().flatMap((part) => ('state' in part ? part.state : []))
    expect(states.filter((state) => state === 'done')).toHaveLength(6)
    expect(states.filter((state) => state === 'skipped')).toHaveLength(6)
    expect(at.ofType('subscription')).toHaveLength(6)
    expect(at.ofType('passRepair')).toHaveLength(6)
  })

  it('whose stream broke half-way loses nothing: the records tell, and the rest can be sent again', async () => {
    const {sessions, rows} = school({sales: 10})
    const at = await setup({sessions})
    const items = await shown(at, rows)
    const response = await at.send(BATCH, {body: {batch: 'b', items}})
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await expect.poll(() => at.lines.at(-1)?.route).toContain('batch')
    const {records} = await recordsOf(at, '?batch=b')
    expect(records.length).toBeGreaterThanOrEqual(1)
    expect(records.length).toBeLessThan(10)
    const parts = await batchParts(await at.send(BATCH, {body: {batch: 'b', items}}))
    expect(parts.filter((part) => 'row' in part && part.state === 'failed')).toEqual([])
    expect(at.ofType('subscription')).toHaveLength(10)
    expect(at.ofType('passRepair')).toHaveLength(10)
  })

  it('reports a pass that the platform’s own webhook made in the same moment', async () => {
    const {sessions, rows} = school({sales: 2})
    const at = await setup({sessions})
    const items = await shown(at, rows)
    at.lake.faults.delay({path: '/data/mutate/', milliseconds: 300, times: 2})
    const answer = at.send(BATCH, {body: {batch: 'b', items}}).then(batchParts)
    const writes = () => at.lake.ledger.requests.filter(({path}) => path.includes('/data/mutate/'))
    await expect.poll(() => writes().length).toBe(2)
    await at.studio().create(held({_id: 'by-webhook', stripeSessionId: 'cs_live_row1'}))
    expect((await answer).at(-1)).toEqual({
      done: {done: 2, failed: 0, skipped: 0},
      duplicates: [{row: 1, entitlements: ['by-webhook']}],
    })
  })

  it('is told as failed row by row to a viewer, and as a whole when Stripe does not answer', async () => {
    const {sessions, rows} = school({sales: 2})
    const at = await setup({sessions})
    const items = await shown(at, rows)
    const body = {batch: 'b', items}
    expect(await batchParts(await at.send(BATCH, {body, as: vic}))).toMatchObject([
      {state: 'failed', error: {code: 'forbidden'}},
      {state: 'failed', error: {code: 'forbidden'}},
      {done: {failed: 2}},
    ])
    at.stripe.faults.next({match: {path: /sessions/}, status: 500, times: 20})
    expect(await batchParts(await at.send(BATCH, {body}))).toMatchObject([
      {fault: {code: 'stripe_unavailable'}},
    ])
    expect(at.ofType('passRepair')).toEqual([])
  })
})

describe('no batch', () => {
  const row = {subject: {payment: 'cs_live_row0'}, kind: 'grant', plan: 'f'.repeat(64)}
  const rowsOf = (length: number) => Array.from({length}, () => row)

  it.each([
    ['of no rows', {batch: 'b', items: []}, 'invalid_request'],
    ['of fifty-one rows', {batch: 'b', items: rowsOf(51)}, 'invalid_request'],
    ['of ten thousand rows', {batch: 'b', items: rowsOf(10_000)}, 'payload_too_large'],
    ['without a name', {items: [row]}, 'invalid_request'],
    ['of a made-up kind', {batch: 'b', items: [{...row, kind: 'delete'}]}, 'invalid_request'],
    [
      'with a reason of a megabyte',
      {batch: 'b', items: [{...row, reason: 'x'.repeat(1e6)}]},
      'payload_too_large',
    ],
  ])('%s', async (_case, body, code) => {
    const at = await setup()
    expect(await at.fault(BATCH, {body})).toMatchObject({code})
    expect(at.stripe.ledger.requests).toEqual([])
  })

  it('for somebody who may not act for the school', async () => {
    const at = await setup()
    expect(await at.fault(BATCH, {body: {batch: 'b', items: [row]}, as: una})).toMatchObject({
      code: 'forbidden',
    })
    expect(at.stripe.ledger.requests).toEqual([])
  })
})
