import {expect, it, onTestFinished} from 'vitest'
import {toFaultBody} from '../../../functions/answer-fault.ts'
import {rulesOf} from '../../../functions/automatic/rules-of.ts'
import {createJobs} from '../../../functions/jobs/create-jobs.ts'
import {syncByJobs} from '../../../functions/sync/sync-by-jobs.ts'
import {beginRun, type SyncOptions} from '../../../functions/sync/sync-school.ts'
import type {Schools} from '../../../functions/sync/sync-schools.ts'
import {takeStep} from '../../../functions/sync/take-step.ts'
import {syncing, type Syncing} from './syncing.ts'

const options: SyncOptions = {write: true, keep: true, since: null, every: null}
const patience = {timeout: 1_000, firstPause: 1}

async function oneMissing() {
  const at = await syncing({patience})
  await at.sync()
  const {id} = await at.sell()
  at.pass(15)
  const jobs = await createJobs({databaseUrl: null, queue: 'sync', onTrouble: () => undefined})
  onTestFinished(() => jobs.close())
  return {...at, payment: id, jobs, schools: schoolsOf(at)}
}

/** Ada's school as some process reaches it. */
function schoolsOf({robot}: Syncing): Schools {
  const told = (error: unknown) => toFaultBody(error, 'test')
  return {
    all: async () => ['tenantT'],
    way: async () => ({
      of: await robot('sync'),
      rules: rulesOf({autoRevoke: true, webhookWrites: false}),
      toFaultBody: told,
      calls: () => 0,
    }),
    toFaultBody: told,
  }
}

it('A run is taken step by step, whoever is free, and one of them tells how it ended.', async () => {
  const {schools, jobs, payment, active, state} = await oneMissing()
  const share = () => syncByJobs(schools, null, {...options, jobs, onTrouble: () => undefined})
  const told = (await Promise.all([share(), share()])).flat()
  expect(told).toMatchObject([{school: 'tenantT', report: {repairs: [{payment, written: true}]}}])
  expect(active()).toHaveLength(1)
  expect(state()).toMatchObject({lastRun: {ended: 'done'}})
})

it('A step that is taken twice, because a process died after it, writes nothing twice.', async () => {
  const {schools, payment, active, ofType} = await oneMissing()
  const way = await schools.way('tenantT')
  const job = await beginRun(way.of, options)
  const once = await takeStep(way, job)
  const twice = await takeStep(way, job)
  expect(once?.found.repairs).toMatchObject([{payment, written: true}])
  expect(twice?.found.repairs).toEqual([])
  expect(twice?.steps).toEqual(once?.steps)
  expect(active()).toHaveLength(1)
  expect(ofType('passRepair')).toHaveLength(1)
})

it('A run whose account cannot be read is given up, remembered as failed, and told.', async () => {
  const {schools, jobs, state, stripe} = await oneMissing()
  stripe.control.disconnect('acct_A')
  const told = await syncByJobs(schools, null, {...options, jobs, onTrouble: () => undefined})
  expect(told).toMatchObject([{school: 'tenantT', error: {code: 'account_unreadable'}}])
  expect(state()).toMatchObject({lastRun: {ended: 'account_unreadable'}})
})

it('A school that is none of ours is told, and nothing is begun for it.', async () => {
  const {schools, jobs} = await oneMissing()
  const strangers: Schools = {
    ...schools,
    way: async () => {
      const way = await schools.way('tenantT')
      return {...way, of: {...way.of, school: 'tenantX'}}
    },
  }
  const told = await syncByJobs(strangers, ['tenantX'], {...options, jobs, onTrouble: () => undefined})
  expect(told).toMatchObject([{school: 'tenantX', error: {code: 'not_found'}}])
})
