import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {audit} from '../../../functions/cli/audit.ts'
import {documentsOf, readScenarios} from '../../core/read-scenario.ts'

type Json = Record<string, unknown>

const [first] = readScenarios()
if (first === undefined) throw new Error('no scenarios')
const documents: Json[] = documentsOf(first)
const [session] = first.payments
if (session === undefined) throw new Error('no payment')

/** The clip card that Ada bought, with another id and whatever else differs. */
function sale(id: string, words: Json = {}): Json {
  const text = JSON.stringify({...session, payment_intent: null})
  return {...JSON.parse(text), id, ...words}
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

async function run(data: string | Buffer, payments: string | Buffer, ...print: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const files = [join(folder, 'data.ndjson'), join(folder, 'payments.ndjson')] as const
  await writeFile(files[0], data)
  await writeFile(files[1], payments)
  const printed = {out: '', err: ''}
  const args = ['--dataset', files[0], '--payments', files[1], '--school', 'tenantT', ...print]
  const code = await audit(args, {
    out: {write: (text) => (printed.out += text)},
    err: {write: (text) => (printed.err += text)},
    now: Date.parse('2026-03-10T12:00:00Z'),
    environment: {},
  })
  return {code, ...printed}
}

function entriesIn({out}: {out: string}): Json[] {
  return JSON.parse(out).entries
}

describe('bad input is one row or one sentence, and everything else still comes out', () => {
  test('a line that is no JSON is told by its number', async () => {
    const payments = `${lines([sale('cs_live_1')])}{"id": "cs_li\n\n${lines([sale('cs_live_2')])}`
    const ran = await run(lines(documents), payments, '--json')
    expect(ran.err).toMatch(/payments\.ndjson, line 2: not JSON\n$/)
    expect(entriesIn(ran).map(({payment, verdict}) => [payment, verdict])).toEqual([
      ['cs_live_1', 'missing'],
      ['cs_live_2', 'missing'],
      [null, 'unreadable'],
    ])
  })

  test.each(['null', '42', '"text"', '[]', '[{"id":"cs_live_9"}]', '{}', '{"id":""}'])(
    'a line that is JSON but no session is one unreadable row: %s',
    async (line) => {
      const ran = await run(lines(documents), `${line}\n${lines([sale('cs_live_1')])}`, '--json')
      expect(entriesIn(ran).map(({verdict}) => verdict)).toEqual(['missing', 'unreadable'])
    },
  )

  test('an export cut off in the middle of a letter names the line and keeps the rest', async () => {
    const whole = Buffer.from(lines([...documents, {_id: 'uØ', _type: 'user', name: 'Øyvind'}]))
    const cut = whole.subarray(0, whole.lastIndexOf('Ø') + 1)
    const ran = await run(cut, lines([sale('cs_live_1')]), '--json')
    expect(ran.err).toMatch(new RegExp(`data\\.ndjson, line ${documents.length + 1}: not JSON`))
    expect(entriesIn(ran).map(({verdict}) => verdict)).toEqual(['missing', 'unreadable'])
  })

  test('a file that begins with a byte order mark and ends its lines as Windows does is a file like any other', async () => {
    const data = `\uFEFF${lines(documents).replaceAll('\n', '\r\n')}`
    const ran = await run(data, lines([sale('cs_live_1')]), '--json')
    expect(ran.err).toBe('')
    expect(entriesIn(ran)).toMatchObject([{verdict: 'missing'}])
  })

  test('a session without metadata and without lines is nobody’s yet', async () => {
    for (const metadata of [null, {}, undefined]) {
      const bare = sale('cs_live_1', {metadata, line_items: undefined, customer_details: null})
      const ran = await run(lines(documents), lines([bare]), '--json')
      expect(entriesIn(ran)).toMatchObject([
        {verdict: 'unattributed', reasons: ['no_student', 'no_pass'], student: null, pass: null},
      ])
    }
  })

  test.each([
    ['jpy', 2500, '2500 jpy', 2500],
    ['kwd', 12_345, '12.345 kwd', 12.345],
    ['nok', 200_000, '2000.00 nok', 2000],
  ])('an amount in %s is shown and written in its larger unit', async (currency, amount, shown, price) => {
    const payments = lines([sale('cs_live_1', {currency, amount_total: amount})])
    const table = await run(lines(documents), payments)
    expect(table.out).toContain(`  ${shown}  `)
    const [entry] = entriesIn(await run(lines(documents), payments, '--json'))
    expect(entry).toMatchObject({repair: {changes: [{create: {purchasePrice: price}}]}})
  })

  test.each([
    ['a fraction of an øre', {amount_total: 0.5}, 'amount_total'],
    ['an amount beyond counting', {amount_total: 1e300}, 'amount_total'],
    ['a currency that is none', {currency: 'kroner'}, 'currency'],
    ['a time in words', {created: 'yesterday'}, 'created'],
  ])('%s is one unreadable row that names the field', async (_, words, field) => {
    const ran = await run(lines(documents), lines([sale('cs_live_1', words), sale('cs_live_2')]))
    expect(ran.out).toMatch(new RegExp(`unreadable +check .*${field}`, 'u'))
    expect(ran.out).toMatch(/1 missing/)
  })

  test('1970 and 2100 come out with their dates', async () => {
    const at = (text: string) => Date.parse(text) / 1_000
    const payments = lines([
      sale('cs_live_old', {created: 0}),
      sale('cs_live_new', {created: at('2100-12-31T23:59:59Z')}),
    ])
    const {out} = await run(lines(documents), payments, '--csv')
    expect(out).toMatch(/cs_live_new,in transit,certain,2100-12-31/)
    expect(out).toMatch(/cs_live_old,missing,check,1970-01-01/)
  })

  test('an email in any case, with spaces and a plus sign, is one email and not the one without', async () => {
    const mia = {_id: 'uM', _type: 'user', clerkId: 'user_M', email: 'MIA+Yoga@Example.com', role: 'student'}
    const times = {_rev: 'r', _createdAt: '2025-09-01T10:00:00Z', _updatedAt: '2025-09-01T10:00:00Z'}
    const metadata = {type: 'pass_purchase', passId: 'P3', tenantId: 'tenantT'}
    const by = (id: string, email: string) =>
      sale(id, {metadata, line_items: undefined, customer_details: {email, name: 'Mia'}})
    const payments = lines([by('cs_live_1', ' mia+YOGA@example.COM '), by('cs_live_2', 'mia@example.com')])
    const entries = entriesIn(await run(lines([...documents, {...mia, ...times}]), payments, '--json'))
    expect(entries.map(({payment, student}) => [payment, student])).toEqual([
      ['cs_live_1', 'uM'],
      ['cs_live_2', null],
    ])
  })

  test('names with emoji keep the table’s columns straight, and what a student typed draws nothing on a terminal', async () => {
    const named = (name: string) =>
      lines(documents.map((one) => (one['_id'] === 'u1' ? {...one, name} : one)))
    const payments = lines([sale('cs_live_1')])
    const plain = await run(named('A'), payments)
    const emoji = await run(named('👩‍👩‍👧'), payments)
    const column = ({out}: {out: string}) => out.split('\n')[2]?.split(' ').indexOf('pass')
    expect(column(emoji)).toBe(column(plain))
    const typed = await run(named('\u001B[2JAda\nLind\r'), payments)
    expect(typed.out).toContain(' [2JAda Lind ')
    expect(typed.out).not.toContain('\u001B')
  })

  test('ids with quotes, commas and line ends stay one cell each', async () => {
    const id = 'cs_live_"quoted", and\nmore'
    const {out} = await run(lines(documents), lines([sale(id)]), '--csv')
    expect(out).toContain('\r\n"cs_live_""quoted"", and\nmore",missing,')
  })

  test('empty files say that the school is not there', async () => {
    const {code, err} = await run('', '')
    expect(code).toBe(2)
    expect(err).toContain('there is no school')
  })
})
