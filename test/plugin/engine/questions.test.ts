import {expect, it} from 'vitest'
import {sale} from '../../functions/setup.ts'
import {setup} from './setup.ts'

const ada = sale()
const bought = ada.id

it('a batch tells the page of each row as it ends', async () => {
  const {page} = await setup({sessions: [ada]})
  const {engine} = page()
  const subject = {payment: bought}
  const {plan} = await engine.ask('preview', {school: 'tenantT', body: {subject, kind: 'grant'}})
  const item = {subject, kind: 'grant', plan} as const
  const rows: string[] = []
  const body = {batch: 'click-1', items: [item]}
  const onRow = ({state}: {state: string}) => void rows.push(state)
  expect(await engine.ask('batch', {school: 'tenantT', body}, {onRow})).toEqual([])
  expect(rows).toEqual(['done'])
})

it('a fault crosses to the page as the function said it, and a question that is taken back is answered no more', async () => {
  const {page, stripe} = await setup({sessions: [ada]})
  const {engine, told} = page()
  const elsewhere = engine.ask('health', {school: 'tenantX'})
  await expect(elsewhere).rejects.toMatchObject({code: 'forbidden', requestId: expect.stringMatching(/./)})
  stripe.faults.latencyMs = 50
  const leaving = new AbortController()
  const asked = engine.ask('payment', {school: 'tenantT', payment: bought}, {signal: leaving.signal})
  leaving.abort()
  await expect(asked).rejects.toBe(leaving.signal.reason)
  await expect(engine.ask('payment', {school: 'tenantT', payment: bought})).resolves.toMatchObject({
    facts: {payments: [{id: bought}]},
  })
  expect(told.filter(({say}) => say === 'answered')).toHaveLength(1)
})

it('whoever waits for an engine that breaks is told so, and the next question starts another', async () => {
  const {page} = await setup({sessions: [ada]})
  const here = page()
  const asked = here.engine.ask('schools', {})
  here.break()
  await expect(asked).rejects.toMatchObject({code: 'internal', detail: {in: 'browser'}})
  await expect(here.engine.ask('schools', {})).resolves.toMatchObject({schools: [{id: 'tenantT'}]})
  expect(here.engines()).toBe(2)
})
