import {describe, expect, it} from 'vitest'
import {preview} from '../../plugin/core/contract/repair.ts'
import {adaBuys, held, PREVIEW, sale, setup, type Setup} from './setup.ts'

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant'}

/** A pass that somebody made for Ada by hand, two days after she paid. */
function byHand(words: Record<string, unknown> = {}) {
  return held({_id: 'hand1', _createdAt: '2026-03-03T09:00:00Z', manuallyCreated: true, ...words})
}

async function answerTo({send}: Setup, body: unknown) {
  const response = await send(PREVIEW, {body})
  return {status: response.status, body: await response.json()}
}

describe('one payment judged by itself comes to what the whole list says', () => {
  it('a pass made by hand with a made-up id is linked and never granted again', async () => {
    const at = await setup({sessions: [paid], documents: [byHand({stripeSessionId: 'cs_live_adalind'})]})
    expect((await answerTo(at, grant)).status).not.toBe(200)
    const link = await answerTo(at, {...grant, kind: 'link'})
    expect(preview.parse(link.body)).toMatchObject({verdict: 'unlinked', documents: [{patch: {id: 'hand1'}}]})
  })

  it('a pass that another payment bought with another email keeps none from being granted', async () => {
    const other = sale({id: 'cs_live_other', createdAt: '2026-03-03T08:59:00Z', email: 'work@example.com'})
    const at = await setup({sessions: [paid, other], documents: [byHand({stripeSessionId: other.id})]})
    const {body} = await answerTo(at, grant)
    expect(preview.parse(body)).toMatchObject({verdict: 'missing', confidence: 'certain'})
  })

  it('what a sibling’s payment of the same mailbox was granted under another name takes no pass made by hand', async () => {
    const other = sale({id: 'cs_live_other', createdAt: '2026-03-02T10:00:00Z'})
    const under = held({
      _id: 'sub2',
      user: {_type: 'reference', _ref: 'u3'},
      stripeSessionId: other.id,
      _createdAt: '2026-03-02T10:01:00Z',
    })
    const at = await setup({sessions: [paid, other], documents: [byHand(), under]})
    expect((await answerTo(at, grant)).status).not.toBe(200)
    const link = await answerTo(at, {...grant, kind: 'link'})
    expect(preview.parse(link.body)).toMatchObject({verdict: 'unlinked', documents: [{patch: {id: 'hand1'}}]})
  })

  it('also where only the text names the pass', async () => {
    const session = sale({
      id: 'cs_live_text',
      metadata: {...adaBuys('P3'), passId: ''},
      productMetadata: {},
    })
    const at = await setup({sessions: [session], documents: [byHand({stripeSessionId: 'cs_live_adalind'})]})
    const body = {subject: {payment: session.id}, kind: 'grant'}
    expect((await answerTo(at, body)).status).not.toBe(200)
    expect((await answerTo(at, {...body, kind: 'link'})).status).toBe(200)
  })
})
