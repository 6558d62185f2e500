import {expect, it} from 'vitest'
import {messageAnswer} from '../../../plugin/core/contract/message.ts'
import {odd, una, vic} from '../people.ts'
import {recordsOf, repair} from '../repairing.ts'
import {only, sale, SCHOOL, setup, theOnly} from '../setup.ts'

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant'} as const
const record = `passRepair.${paid.id}.1`
const MESSAGES = `${SCHOOL}/messages`
const byMail = {record, state: 'told', channel: 'mail'}
const confirmed = {record, state: 'confirmed'}

async function granted() {
  const at = await setup({sessions: [paid]})
  await repair(at, grant)
  const note = async (body: unknown) => messageAnswer.parse(await (await at.send(MESSAGES, {body})).json())
  return {...at, note}
}

it('is kept on the record: how the student was told, and that they have confirmed', async () => {
  const at = await granted()
  const told = {record, message: {channel: 'mail', state: 'told', at: at.now.at}}
  expect(await at.note(byMail)).toEqual(told)
  at.now.at += 60_000
  expect(await at.note(byMail)).toEqual(told)
  expect(await at.note(confirmed)).toMatchObject({
    message: {channel: 'mail', state: 'confirmed', at: at.now.at},
  })
  expect(await at.note({...byMail, channel: 'copy'})).toMatchObject({message: {state: 'confirmed'}})
  expect(at.document(record)?.['message']).toEqual({
    channel: 'mail',
    state: 'confirmed',
    at: '2026-03-10T12:01:00.000Z',
  })
})

it('is seen by everybody who reads the school’s payments or what was done', async () => {
  const at = await granted()
  await at.note(byMail)
  const {ledger} = theOnly(await at.stream('?from=2026-03-01'), 'ledger')
  expect(ledger.records).toMatchObject([{id: record, message: {channel: 'mail', state: 'told'}}])
  expect((await recordsOf(at)).records).toMatchObject([{id: record, message: {state: 'told'}}])
})

it('is written in the name of the person who says it', async () => {
  const at = await granted()
  at.forgetCalls()
  await at.note(byMail)
  const written = at.lake.ledger.requests.filter(({path}) => path.includes('/data/mutate'))
  expect(written).toMatchObject([{actor: 'p-tove'}])
})

it('holds when two say it at the same moment', async () => {
  const at = await granted()
  const answers = await Promise.all(
    [undefined, odd].map((as) => at.send(MESSAGES, {body: byMail, ...(as && {as})})),
  )
  expect(answers.map(({status}) => status)).toEqual([200, 200])
  expect(at.document(record)?.['message']).toMatchObject({channel: 'mail', state: 'told'})
})

it.each([
  ['what nobody told', confirmed, 400, 'invalid_request'],
  ['a record that there is not', {...byMail, record: 'passRepair.nowhere.1'}, 404, 'not_found'],
  ['what is no record', {...byMail, record: 'u1'}, 404, 'not_found'],
  ['a channel that is the platform’s', {...byMail, channel: 'webhook'}, 400, 'invalid_request'],
  ['a state that is the function’s', {...byMail, state: 'failed'}, 400, 'invalid_request'],
  ['words of one’s own', {...byMail, text: 'Free passes!'}, 400, 'invalid_request'],
])('is refused of %s', async (_what, body, status, code) => {
  const at = await granted()
  expect(await at.fault(MESSAGES, {body})).toMatchObject({status, code})
  expect(at.document(record)).not.toHaveProperty('message')
})

it('is refused where Sanity or the school refuses whoever says it', async () => {
  const at = await granted()
  expect(await at.fault(MESSAGES, {body: byMail, as: vic})).toMatchObject({code: 'forbidden'})
  expect(await at.fault(MESSAGES, {body: byMail, as: una})).toMatchObject({code: 'forbidden'})
  const elsewhere = {body: byMail, as: una}
  expect(await at.fault('/v1/schools/tenantU/messages', elsewhere)).toMatchObject({code: 'not_found'})
  expect(at.document(record)).not.toHaveProperty('message')
})

it('is as if nobody had told where somebody damaged it', async () => {
  const at = await granted()
  await at
    .studio()
    .patch(record)
    .set({message: {channel: 'pigeon', state: 7}})
    .commit()
  expect((await recordsOf(at)).records).toMatchObject([{id: record, message: null}])
  const parts = await at.stream('?from=2026-03-01')
  expect(only(parts, 'fault')).toEqual([])
})
