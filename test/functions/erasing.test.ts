import {createClient} from '@sanity/client'
import {expect, it} from 'vitest'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}
import {repair} from './repairing.ts'
import {sale, SCHOOL} from './setup.ts'
import {active, anEvent, setup} from './webhook/delivering.ts'

const minutesAgo = new Date('2026-03-10T11:55:00Z')
const paid = sale()
const later = sale({createdAt: minutesAgo, amount: 100_000, paymentIntentId: 'pi_3Later'})
const scheduler = 'secret-of-the-scheduler-for-tests'

/** A lake in which everything that this package ever writes has been written about Ada. */
async function afterAWhile() {
  const at = await setup({
    sessions: [paid, later],
    environment: {SYNC_SECRET: scheduler},
    visibility: 'public',
  })
  const {record} = await repair(at, {subject: {payment: paid.id}, kind: 'grant'})
  await at.send(`${SCHOOL}/messages`, {body: {record: record.id, state: 'told', channel: 'mail'}})
  const add = {id: crypto.randomUUID(), text: 'wrote to the school', waiting: true}
  await at.send(`${SCHOOL}/remarks`, {body: {about: paid.id, add}})
  await at.tell(anEvent({object: later}))
  await at.send('/v1/sync', {as: scheduler, body: {write: true, schools: ['tenantT']}})
  const before = new Set(base.documents.map(({_id}) => _id))
  const written = at.lake.documents().filter(({_id}) => !before.has(_id))
  const own = written.filter(({_type}) => _type !== 'subscription')
  const types = [...new Set(own.map(({_type}) => _type))].toSorted()
  expect(types).toEqual(['passInstallation', 'passRemarks', 'passRepair', 'passSync', 'webhookLog'])
  return {...at, own}
}

it('whatever is written beside passes is seen by nobody without a token, even in a dataset that all can read', async () => {
  const {lake, own} = await afterAWhile()
  const {projectId, dataset, url} = lake
  const anybody = createClient({
    projectId,
    dataset,
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
  })
  expect(await anybody.fetch('count(*[_type == "tenant"])')).toBeGreaterThan(0)
  expect(await anybody.fetch('*[_id in $ids]._id', {ids: own.map(({_id}) => _id)})).toEqual([])
})

it('keeps no student from being erased, and names nobody once they are', async () => {
  const at = await afterAWhile()
  const transaction = active(at).reduce((all, {_id}) => all.delete(_id), at.studio().transaction())
  await transaction.delete('u1').commit()
  expect(at.document('u1')).toBeUndefined()
  const kept = at.own.map(({_id}) => at.document(_id))
  expect(kept).not.toContain(undefined)
  // As words: an id at random may have three such letters in it.
  expect(JSON.stringify(kept)).not.toMatch(/\b(?:ada|lind)\b|@example\.com|user_A/i)
})

it('keeps no school from being erased either', async () => {
  const {own} = await afterAWhile()
  const references = JSON.stringify(own).match(/\{[^{}]*"_ref"[^{}]*\}/g) ?? []
  expect(references.length).toBeGreaterThan(3)
  expect(references.filter((reference) => !reference.includes('"_weak":true'))).toEqual([])
})
