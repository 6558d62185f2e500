import {describe, expect, it} from 'vitest'
import type {PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {faultBody} from '../../plugin/core/contract/fault-schema.ts'
import type {LakeDocument} from '../../studio/local/lake/start-lake.ts'
import {BATCH, batchParts, previewOf, repair, UNDO} from './repairing.ts'
import {adaBuys, held, REPAIRS, sale, setup, type Setup} from './setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const subject = {payment: paid.id}
const id = `subscription-${paid.id}`
const upgrade = sale({
  id: 'cs_live_upgrade',
  metadata: adaBuys('P3', {
    type: 'pass_upgrade',
    upgradeFromSubscriptionId: 'old',
    newPassPrice: '2000',
    upgradeCost: '2000',
  }),
})
const nobodys = sale({
  id: 'cs_live_nobodys',
  metadata: adaBuys('P3', {userId: ''}),
  productMetadata: {},
  email: 'parent@example.com',
})
const request = '5b0e6b0a-3c11-4a5e-9f55-0d5a1f1d2c3b'

/** One kind of repair: what there is, what somebody asks for, and which passes are written then. */
type Kind = {
  name: string
  documents?: LakeDocument[]
  sessions: ReturnType<typeof sale>[]
  wish: PreviewRequest
  written: string[]
  /** How the confirmed wish is sent; as one repair unless told. */
  by?: 'undo' | 'batch'
}

const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
const KINDS: Kind[] = [
  {name: 'grant', sessions: [paid], wish: {subject, kind: 'grant'}, written: [id]},
  {name: 'link', sessions: [paid], documents: [held()], wish: {subject, kind: 'link'}, written: ['sub1']},
  {
    name: 'correct, with an edit open',
    sessions: [paid],
    documents: [wrong, {...wrong, _id: 'drafts.sub1'}],
    wish: {subject, kind: 'correct'},
    written: ['sub1', 'drafts.sub1'],
  },
  {
    name: 'revoke',
    sessions: [sale({id: paid.id, refunded: true})],
    documents: [held({stripeSessionId: paid.id})],
    wish: {subject, kind: 'revoke'},
    written: ['sub1'],
  },
  {
    name: 'complete_upgrade',
    sessions: [upgrade],
    documents: [held({_id: 'old', passId: 'P2', passName: 'Other', stripeSessionId: 'cs_live_before'})],
    wish: {subject: {payment: upgrade.id}, kind: 'complete_upgrade'},
    written: [`subscription-${upgrade.id}`, 'old'],
  },
  {
    name: 'choose',
    sessions: [nobodys],
    wish: {subject: {payment: nobodys.id}, kind: 'choose', choice: {student: 'u3'}},
    written: [`subscription-${nobodys.id}`],
  },
  {
    name: 'mark_complimentary',
    sessions: [],
    documents: [held({stripeSessionId: 'cs_live_ada_lind'})],
    wish: {subject: {entitlement: 'sub1'}, kind: 'mark_complimentary', reason: 'won the raffle'},
    written: ['sub1'],
  },
  {name: 'dismiss', sessions: [paid], wish: {subject, kind: 'dismiss', reason: 'in cash'}, written: []},
  {
    name: 'grant without payment',
    sessions: [],
    wish: {
      subject: {request},
      kind: 'grant',
      choice: {student: 'u1', pass: 'P3', start: 'today'},
      reason: 'won the raffle',
    },
    written: [`subscription-${request}`],
  },
  {name: 'undo', sessions: [paid], wish: {subject, kind: 'grant'}, written: [id], by: 'undo'},
  {name: 'a batch', sessions: [paid], wish: {subject, kind: 'grant'}, written: [id], by: 'batch'},
]

// Nobody waits as long as a real far side is given; on a busy machine a sound call may then be late as well.
const TIMEOUT = 250
const FAR_TOO_LATE = 10 * TIMEOUT
const LONG_ENOUGH = 20_000

type Side = 'lake' | 'stripe'
type Trouble = (at: Setup, side: Side, skip: number) => void

/** What may happen to the call after `skip` others. */
const TROUBLES: Record<string, Trouble> = {
  'fails before it takes effect'({lake, stripe}, side, skip) {
    if (side === 'lake') lake.faults.fail({status: 500, skip})
    else stripe.faults.next({status: 500, skip})
  },
  'fails after it took effect'({lake, stripe}, side, skip) {
    if (side === 'lake') lake.faults.fail({status: 0, when: 'after', skip})
    else stripe.faults.next({hangUp: true, status: 500, when: 'after', skip})
  },
  'times out and never takes effect'({lake, stripe}, side, skip) {
    if (side === 'lake') {
      lake.faults.delay({milliseconds: FAR_TOO_LATE, skip})
      lake.faults.fail({status: 0, skip})
    } else stripe.faults.next({delayMs: FAR_TOO_LATE, hangUp: true, skip})
  },
  'is answered too late, and takes effect'({lake, stripe}, side, skip) {
    if (side === 'lake') lake.faults.delay({milliseconds: FAR_TOO_LATE, skip})
    else stripe.faults.next({delayMs: FAR_TOO_LATE, skip})
  },
  'never goes out, nor does any after it: the process was killed'({lake, stripe}, side, skip) {
    if (side === 'lake') lake.faults.fail({status: 0, skip, times: 1_000})
    else stripe.faults.next({status: 503, skip, times: 1_000})
  },
}

/** Everything is in place, and somebody is about to press the button. */
async function ready({sessions, documents = [], wish, by}: Kind, timeout = LONG_ENOUGH) {
  const patience = {timeout, firstPause: 1}
  const at = await setup({sessions, documents, patience})
  const unhurried = {...at, send: at.sendTo(at.handlerWith({...patience, timeout: LONG_ENOUGH}))}
  const earlier = by === 'undo' ? (await repair(unhurried, wish)).record.id : null
  const plan = by === 'undo' ? '' : (await previewOf(unhurried, wish)).plan
  // Sanity is asked again who this is, as on a cold start.
  at.now.at += 61_000
  at.forgetCalls()
  const press = async (): Promise<string> => {
    if (earlier !== null) return outcome(await at.send(UNDO, {body: {record: earlier}}))
    if (by === 'batch') {
      const items = [{...wish, plan}]
      const response = await at.send(BATCH, {body: {batch: 'b', items}})
      return response.ok ? batchOutcome(response) : outcome(response)
    }
    return outcome(await at.send(REPAIRS, {body: {...wish, plan}}))
  }
  return {at, press, records: earlier === null ? 1 : 2}
}

async function outcome(response: Response): Promise<string> {
  const body: {error?: unknown} = await response.json()
  return response.ok ? 'done' : faultBody.parse(body.error).code
}

async function batchOutcome(response: Response): Promise<string> {
  const [first] = await batchParts(response)
  if (first === undefined || 'done' in first) return 'nothing'
  if ('fault' in first) return first.fault.code
  return first.state === 'done' ? 'done' : first.error.code
}

const SETTLED = new Set(['done', 'already_repaired'])
/** It is done, or may be asked for again. */
const TOLD = new Set([...SETTLED, 'lake_unavailable', 'stripe_unavailable', 'rate_limited'])

async function pressUntilSettled(press: () => Promise<string>): Promise<string> {
  const told = await press()
  if (SETTLED.has(told)) return told
  expect(TOLD, `was told ${told}`).toContain(told)
  return pressUntilSettled(press)
}

/** Exactly one record more, and every pass that the repair writes was written with it, and by nothing else. */
function expectOnce({at, records}: Awaited<ReturnType<typeof ready>>, {written}: Kind) {
  const all = at.ofType('passRepair')
  expect(all).toHaveLength(records)
  const last = all.toSorted((a, b) => a._id.localeCompare(b._id)).at(-1)
  expect(written.map((pass) => at.document(pass)?.['_rev'])).toEqual(written.map(() => last?.['_rev']))
  const others = at.ofType('subscription').filter(({_id}) => !written.includes(_id))
  for (const {_rev: revision} of others) expect(revision).not.toBe(last?.['_rev'])
}

describe.each(KINDS)('$name: whatever happens to any call, and it is asked for again', (kind) => {
  it.each(Object.entries(TROUBLES))('is done once when one %s', {timeout: 60_000}, async (what, trouble) => {
    const sound = await ready(kind)
    expect(await sound.press()).toBe('done')
    expectOnce(sound, kind)
    const calls = {
      lake: sound.at.lake.ledger.requests.length,
      stripe: sound.at.stripe.ledger.requests.length,
    }
    const cases = (['lake', 'stripe'] as const).flatMap((side) =>
      Array.from({length: calls[side]}, (_, skip) => ({side, skip})),
    )
    await Promise.all(
      cases.map(async ({side, skip}) => {
        const isLate = what.includes('times out') || what.includes('too late')
        const one = await ready(kind, isLate ? TIMEOUT : LONG_ENOUGH)
        trouble(one.at, side, skip)
        const told = await one.press()
        one.at.lake.faults.clear()
        one.at.stripe.faults.clear()
        expect(TOLD, `call ${skip} to ${side}: ${told}`).toContain(told)
        if (!SETTLED.has(told)) await pressUntilSettled(one.press)
        expectOnce(one, kind)
      }),
    )
  })
})
