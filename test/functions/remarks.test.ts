import {expect, it} from 'vitest'
import {remarksAnswer} from '../../plugin/core/contract/remark-schema.ts'
import {LONGEST_REMARK, MOST_REMARKS} from '../../plugin/core/contract/remark.ts'
import {nextRemarks} from '../../plugin/core/remark/next-remarks.ts'
import {remarksId} from '../../plugin/core/documents/remarks-document.ts'
import {odd, tove, una, vic} from './people.ts'
import {sale, SCHOOL, setup, theOnly} from './setup.ts'

const paid = sale()
const REMARKS = `${SCHOOL}/remarks`
const ID = remarksId('tenantT', paid.id)

/** A remark on the payment, each one another. */
const adding = (text: string | null, waiting = false) => ({
  about: paid.id,
  add: {id: crypto.randomUUID(), text, waiting},
})

async function withSale() {
  const at = await setup({sessions: [paid]})
  const say = async (body: unknown, as = tove) =>
    remarksAnswer.parse(await (await at.send(REMARKS, {body, as})).json())
  return {...at, say, held: () => at.document(ID)}
}

it('is kept beside the entry: what was said, by whom and when, and that the school waits for the student', async () => {
  const at = await withSale()
  const first = adding('Asked which email she paid with', true)
  const by = {id: 'p-tove', name: 'Tove Admin'}
  const {list} = await at.say(first)
  expect(list).toMatchObject([{id: first.add.id, text: first.add.text, waiting: true, at: at.now.at}])
  expect(list[0]?.by.id).toBe(by.id)
  const answer = await at.say(adding('She answered', false), odd)
  expect(answer.list.map(({text, waiting}) => [text, waiting])).toEqual([
    ['Asked which email she paid with', true],
    ['She answered', false],
  ])
  const {ledger} = theOnly(await at.stream('?from=2026-03-01'), 'ledger')
  expect(ledger.remarks).toMatchObject([{id: ID, about: paid.id, list: answer.list}])
})

it('is written in the name of whoever says it, and says nothing of the verdict', async () => {
  const at = await withSale()
  at.forgetCalls()
  await at.say(adding('Called her'))
  const written = at.lake.ledger.requests.filter(({path}) => path.includes('/data/mutate'))
  expect(written).toMatchObject([{actor: 'p-tove'}])
  expect(at.ofType('passRepair')).toEqual([])
})

it('is there once, however often the same is sent, and gone once', async () => {
  const at = await withSale()
  const remark = adding('Called her', true)
  const once = await at.say(remark)
  at.now.at += 60_000
  expect(await at.say(remark)).toEqual(once)
  const remove = {about: paid.id, remove: remark.add.id}
  expect(await at.say(remove)).toEqual({about: paid.id, list: []})
  expect(await at.say(remove)).toEqual({about: paid.id, list: []})
  expect(JSON.stringify(at.held())).not.toContain('Called her')
})

it('loses nothing when two speak at the same moment', async () => {
  const at = await withSale()
  await Promise.all([at.say(adding('one')), at.say(adding('two'), odd)])
  await Promise.all([at.say(adding('three')), at.say(adding('four'), odd)])
  const {ledger} = theOnly(await at.stream('?from=2026-03-01'), 'ledger')
  const said = ledger.remarks[0]?.list.map(({text}) => text).toSorted()
  expect(said).toEqual(['four', 'one', 'three', 'two'])
})

it('is one line of plain text, whatever was typed', async () => {
  const at = await withSale()
  const {list} = await at.say(adding('  <b>bold</b>\r\n\u202Egnol\u0000 \u200B=1+1  '))
  expect(list).toMatchObject([{text: '<b>bold</b> gnol =1+1'}])
  // People choose their own names, too.
  const add = {about: 'cs_1', add: {id: 'x', text: 'hi', waiting: false}}
  const [said] = nextRemarks([], add, {by: {id: 'p', name: 'Eve\u202E\nAdmin'}, at: 0})
  expect(said?.by.name).toBe('Eve Admin')
})

it.each([
  ['nothing', adding(null)],
  ['nothing that can be seen', adding(' \u200B\n')],
  ['too much', adding('x'.repeat(LONGEST_REMARK + 1))],
  ['what is no remark’s name', {about: paid.id, remove: 'list[0]'}],
  ['a name of somebody else’s choice', {...adding('x'), by: 'p-una'}],
  ['both at once', {...adding('x'), remove: crypto.randomUUID()}],
])('is refused of %s', async (_what, body) => {
  const at = await withSale()
  expect(await at.fault(REMARKS, {body})).toMatchObject({status: 400, code: 'invalid_request'})
  expect(at.held()).toBeUndefined()
})

it('is refused where an entry has as many as anybody reads', async () => {
  const at = await withSale()
  for (let nth = 0; nth < MOST_REMARKS; nth += 1) {
    at.now.at += 1_000
    await at.say(adding(`${nth}`))
  }
  at.now.at += 1_000
  expect(await at.fault(REMARKS, {body: adding('one more')})).toMatchObject({code: 'invalid_request'})
})

it('is refused where Sanity or the school refuses whoever says it', async () => {
  const at = await withSale()
  expect(await at.fault(REMARKS, {body: adding('x'), as: vic})).toMatchObject({code: 'forbidden'})
  expect(await at.fault(REMARKS, {body: adding('x'), as: una})).toMatchObject({code: 'forbidden'})
  expect(at.held()).toBeUndefined()
})

it('is a school’s own: what another says of the same payment stands apart', async () => {
  const at = await withSale()
  await at.say(adding('ours'))
  const elsewhere = {body: adding('theirs'), as: una}
  expect((await at.send('/v1/schools/tenantU/remarks', elsewhere)).status).toBe(200)
  const {ledger} = theOnly(await at.stream('?from=2026-03-01'), 'ledger')
  expect(ledger.remarks.flatMap(({list}) => list.map(({text}) => text))).toEqual(['ours'])
})

it('that somebody damaged is left out, and the others are read', async () => {
  const at = await withSale()
  await at.say(adding('sound'))
  await at.say(adding('to be damaged'))
  await at.studio().patch(ID).set({'list[1].at': 'yesterday'}).commit()
  const {ledger} = theOnly(await at.stream('?from=2026-03-01'), 'ledger')
  expect(ledger.remarks.flatMap(({list}) => list.map(({text}) => text))).toEqual(['sound'])
})
