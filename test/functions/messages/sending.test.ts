import {describe, expect, it} from 'vitest'
import {repairPayment} from '../../../functions/automatic/repair-payment.ts'
import {odd, una} from '../people.ts'
import {BATCH, batchParts, recordsOf, repair, shown, undo} from '../repairing.ts'
import {adaBuys, NOW, REPAIRS, sale, setup, type Setup} from '../setup.ts'
import {startPlatform} from './start-platform.ts'

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant'} as const
const RECORD = `passRepair.${paid.id}.1`
const DAY = 86_400_000
const patience = {timeout: 250, firstPause: 10}

/** A function that hands its messages to a platform. */
async function sending({
  manner,
  ...options
}: Parameters<typeof setup>[0] & {manner?: Parameters<typeof startPlatform>[0]} = {}) {
  const platform = await startPlatform(manner)
  const at = await setup({sessions: [paid], ...options, environment: platform.environment})
  return {at, platform, noted: () => at.document(RECORD)?.['message']}
}

/** So many sales, each without its pass, ready to be granted. */
async function rowsOf(at: Setup, sessions: ReturnType<typeof sale>[]) {
  return shown(
    at,
    sessions.map(({id}) => ({subject: {payment: id}, kind: 'grant' as const})),
  )
}

function sales(count: number) {
  return Array.from({length: count}, (_, nth) => sale({id: `cs_live_row${nth}`}))
}

function bookOf(sent: number, day = '2026-03-10') {
  const sentFor = Array.from({length: sent}, (_, nth) => `cs_live_before${nth}`)
  return {
    _id: 'passMessages.tenantT',
    _type: 'passMessages',
    _createdAt: '2026-03-10T08:00:00Z',
    _updatedAt: '2026-03-10T08:00:00Z',
    school: {_type: 'reference', _ref: 'tenantT', _weak: true},
    day,
    sentFor,
  }
}

describe('a receipt', () => {
  it('carries what to tell the student, and nobody is written to unless that is switched on', async () => {
    const at = await setup({sessions: [paid]})
    const {message, record} = await repair(at, grant)
    expect(message).toMatchObject({
      language: 'nb',
      to: 'ada.lind@example.com',
      subject: 'Kortet ditt er klart: 10 Single Clip Card',
      text: expect.stringContaining('Det gir deg 10 klipp, til 30. mai 2026.'),
    })
    expect(record.message).toBeNull()
    expect(at.document(RECORD)).not.toHaveProperty('message')
    expect(at.document('passMessages.tenantT')).toBeUndefined()
  })

  it('takes the address from the student’s document, never from the checkout', async () => {
    const session = sale({email: 'somebody.else@example.com'})
    const at = await setup({sessions: [session]})
    const {message} = await repair(at, {...grant, subject: {payment: session.id}})
    expect(message?.to).toBe('ada.lind@example.com')
  })

  it('is English where the school is not Norwegian', async () => {
    const metadata = {...adaBuys('PU1'), userId: 'user_V', tenantId: 'tenantU'}
    const session = sale({
      account: 'acct_B',
      amount: 8_000,
      metadata,
      productMetadata: metadata,
      currency: 'eur',
    })
    const at = await setup({sessions: [session]})
    const body = {subject: {payment: session.id}, kind: 'grant'}
    const of = '/v1/schools/tenantU'
    const {plan} = await at.send(`${of}/preview`, {body, as: una}).then((response) => response.json())
    const receipt = await at.send(`${of}/repairs`, {body: {...body, plan}, as: una}).then((r) => r.json())
    expect(receipt.message).toMatchObject({language: 'en', subject: 'Your pass is ready: 5 Class Card'})
  })

  it('of anything but a pass that can be used has none', async () => {
    const at = await setup({sessions: [paid]})
    const {record} = await repair(at, grant)
    expect(await undo(at, record.id)).not.toHaveProperty('message')
    const over = sale({id: 'cs_live_over', createdAt: '2025-11-01T10:00:00Z'})
    const later = await setup({sessions: [over]})
    const kept = {subject: {payment: over.id}, kind: 'choose', choice: {start: 'paid'}} as const
    expect(await repair(later, kept)).not.toHaveProperty('message')
  })
})

describe('the platform', () => {
  it('is handed the message, and the record says so', async () => {
    const {at, platform, noted} = await sending()
    const {record, message} = await repair(at, grant)
    expect(platform.letters).toEqual([
      {
        ...message,
        school: {id: 'tenantT', name: 'Nordlys Dance'},
        student: 'u1',
        payment: paid.id,
        record: RECORD,
      },
    ])
    expect(record.message).toEqual({channel: 'webhook', state: 'told', at: NOW})
    expect(noted()).toEqual({channel: 'webhook', state: 'told', at: '2026-03-10T12:00:00.000Z'})
    expect((await recordsOf(at)).records).toMatchObject([{message: {state: 'told'}}])
  })

  it('is handed it too when nobody clicked', async () => {
    const {at, platform, noted} = await sending()
    const rules = {automaticSince: 0, autoRevoke: true, transitMinutes: 0, dryRun: false}
    await repairPayment(await at.robot('webhook'), paid.id, rules)
    await repairPayment(await at.robot('sync'), paid.id, rules)
    expect(platform.letters).toHaveLength(1)
    expect(noted()).toMatchObject({state: 'told'})
  })

  it('is handed one for a payment, whoever asks for it, however often', async () => {
    const {at, platform} = await sending()
    const [row] = await rowsOf(at, [paid])
    const people = [undefined, odd, undefined, odd]
    await Promise.all(people.map((as) => at.send(REPAIRS, {body: row, ...(as && {as})})))
    await at.send(REPAIRS, {body: row})
    expect(platform.letters).toHaveLength(1)
  })

  it('is not handed it again when the pass is undone and granted again, today or later', async () => {
    const {at, platform} = await sending()
    for (const days of [0, 0, 1]) {
      at.now.at += days * DAY
      const {record} = await repair(at, grant)
      await undo(at, record.id)
    }
    expect(at.ofType('passRepair')).toHaveLength(6)
    expect(platform.letters).toHaveLength(1)
  })

  it('is handed one for each of many at once', async () => {
    const sessions = sales(8)
    const {at, platform} = await sending({sessions})
    const body = {batch: 'many', items: await rowsOf(at, sessions)}
    const parts = await batchParts(await at.send(BATCH, {body}))
    expect(parts.at(-1)).toMatchObject({done: {done: 8}})
    expect(new Set(platform.letters.map(({payment}) => payment)).size).toBe(8)
    expect(at.document('passMessages.tenantT')).toMatchObject({sentFor: {length: 8}})
  }, 20_000)

  it('is told of a pass that was given without payment', async () => {
    const {at, platform} = await sending()
    const choice = {student: 'u3', pass: 'P7', start: 'today'} as const
    const subject = {request: '5b0e6b0a-3c11-4a5e-9f55-0d5a1f1d2c3b'}
    await repair(at, {subject, kind: 'grant', choice, reason: 'helped at the open week'})
    expect(platform.letters).toMatchObject([
      {to: 'bo.falk@example.com', payment: null, text: expect.stringContaining('ubegrensede klipp')},
    ])
  })

  it.each(['ada.lind@example.com\nbcc: all@example.com', ''])(
    'is handed nothing where the student’s address is %j',
    async (email) => {
      const {at, platform, noted} = await sending()
      await at.studio().patch('u1').set({email}).commit()
      const {message, record} = await repair(at, grant)
      expect(message?.to).toBeNull()
      expect(record.message).toBeNull()
      expect(noted()).toBeUndefined()
      expect(platform.letters).toEqual([])
    },
  )
})

describe('a platform that', () => {
  it.each(['fails', 'redirects', 'hangs', 'hangs up'] as const)(
    '%s fails no grant: the record and the log say that nobody was told, and it is not tried again',
    async (manner) => {
      const {at, platform, noted} = await sending({manner, patience})
      const {record, entitlements} = await repair(at, grant)
      expect(entitlements).toMatchObject([{active: true}])
      expect(record.message).toMatchObject({channel: 'webhook', state: 'failed'})
      expect(noted()).toMatchObject({state: 'failed'})
      expect(platform.paths).toEqual(['/letters'])
      expect(at.lines.at(-1)).toMatchObject({status: 200, messagesFailed: 1})
      await undo(at, record.id)
      await repair(at, grant)
      expect(platform.paths).toHaveLength(1)
    },
  )

  it('is handed a message of which nothing can be noted fails no grant either', async () => {
    const {at, platform, noted} = await sending({patience})
    const [row] = await rowsOf(at, [paid])
    at.lake.faults.fail({tag: 'passes.message', status: 500, skip: 1, times: 9})
    const response = await at.send(REPAIRS, {body: row})
    expect(await response.json()).toMatchObject({record: {message: {state: 'told'}}})
    expect(platform.letters).toHaveLength(1)
    expect(noted()).toMatchObject({state: 'sending'})
    expect(at.lines.at(-1)).toMatchObject({status: 200, messagesFailed: 1})
  })

  it('could not be claimed for is handed nothing', async () => {
    const {at, platform, noted} = await sending({patience})
    const [row] = await rowsOf(at, [paid])
    at.lake.faults.fail({tag: 'passes.message', status: 500, times: 9})
    expect((await at.send(REPAIRS, {body: row})).status).toBe(200)
    expect(platform.letters).toEqual([])
    expect(noted()).toBeUndefined()
    expect(at.lines.at(-1)).toMatchObject({messagesFailed: 1})
  })
})

describe('fifty a school a day', () => {
  it('are sent, and what is more is held back and says so', async () => {
    const {at, platform, noted} = await sending({documents: [bookOf(50)]})
    const {record, entitlements} = await repair(at, grant)
    expect(entitlements).toMatchObject([{active: true}])
    expect(record.message).toMatchObject({state: 'held_back'})
    expect(noted()).toMatchObject({channel: 'webhook', state: 'held_back'})
    expect(platform.letters).toEqual([])
  })

  it('are fifty also when many are granted at once', async () => {
    const sessions = sales(6)
    const {at, platform} = await sending({sessions, documents: [bookOf(47)]})
    const body = {batch: 'many', items: await rowsOf(at, sessions)}
    await batchParts(await at.send(BATCH, {body}))
    expect(platform.letters).toHaveLength(3)
    const states = at.ofType('passRepair').map(({message}) => JSON.stringify(message))
    expect(states.filter((state) => state.includes('held_back'))).toHaveLength(3)
  }, 20_000)

  it('begin anew the next day', async () => {
    const {at, platform} = await sending({documents: [bookOf(50, '2026-03-09')]})
    await repair(at, grant)
    expect(platform.letters).toHaveLength(1)
    expect(at.document('passMessages.tenantT')).toMatchObject({day: '2026-03-10', sentFor: [paid.id]})
  })
})

describe('own words', () => {
  it('are used at both ends: in the receipt, and for the screen to say the same', async () => {
    const message = {
      link: 'https://{slug}.example.com/kort',
      templates: {nb: {subject: 'Klart: {pass}', text: 'Se {link}.\n\n{school}'}},
    }
    const at = await setup({sessions: [paid], message})
    const receipt = await repair(at, grant)
    expect(receipt.message).toMatchObject({
      subject: 'Klart: 10 Single Clip Card',
      text: 'Se https://nordlys-dance.example.com/kort.\n\nNordlys Dance',
    })
    const {messages} = await at.send('/v1/schools').then((response) => response.json())
    expect(messages).toMatchObject({link: message.link, templates: {nb: message.templates.nb}})
    expect(messages.templates.en.subject).toBe('Your pass is ready: {pass}')
  })

  it.each([
    ['message.templates.nb.text', 'names {navn}', {templates: {nb: {text: 'Hei {navn}: {pass}'}}}],
    ['message.templates.en.subject', 'names {Pass}', {templates: {en: {subject: '{Pass}'}}}],
    ['message.templates.en.subject', 'must be one line', {templates: {en: {subject: 'a\nb'}}}],
    ['message.templates.en.text', 'is empty', {templates: {en: {text: ' '}}}],
    ['message.templates.nb.text', '2000', {templates: {nb: {text: 'x'.repeat(2_001)}}}],
    ['message.link', 'https', {link: 'http://example.com'}],
    ['message.link', 'https', {link: 'https://{school}.example.com'}],
  ])('that are wrong are named when it starts: %s %s', async (setting, problem, message) => {
    const {fault} = await setup({message})
    const answer = await fault('/v1/schools')
    expect(answer).toMatchObject({status: 500, code: 'misconfigured', detail: {settings: setting}})
    expect(answer.message).toContain(`${setting} ${problem.startsWith('must') ? problem : ''}`.trim())
    expect(answer.message).toContain(problem)
  })
})
