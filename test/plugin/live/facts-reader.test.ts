import {expect, it} from 'vitest'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import type {FactsAction, Progress, ReadFacts} from '../../../plugin/live/facts-state.ts'
import {createFactsReader} from '../../../plugin/live/facts-reader.ts'
import {someFacts} from '../../core/build-facts.ts'

const FACTS: ReadFacts = {
  facts: someFacts(),
  asOf: 0,
  complete: true,
  unchecked: 0,
  elsewhere: 0,
  upkeep: null,
}

const IDS = Array.from({length: 30}, (_, nth) => `cs_${nth}`)

/** A reader over a far side that answers when the test says so. */
function setup(payments?: Pick<Parameters<typeof createFactsReader>[0], 'readPayments'>) {
  const begun: {end: () => void; signal: AbortSignal; onProgress: (progress: Progress) => void}[] = []
  const actions: FactsAction[] = []
  const brought: Facts[] = []
  const reader = createFactsReader({
    read: (how) => new Promise<ReadFacts>((resolve) => begun.push({...how, end: () => resolve(FACTS)})),
    dispatch: (action) => void actions.push(action),
    now: () => 0,
    onRead: () => undefined,
    onPayments: (read) => void brought.push(...read),
    ...payments,
  })
  return {reader, brought, begun, actions, done: () => actions.filter(({type}) => type === 'read').length}
}

it('sales that come while it is being read do not keep a reading from ending; it is read once more', async () => {
  const {reader, begun, done} = setup()
  reader.readNow()
  for (let nth = 0; nth < 3; nth += 1) {
    reader.readSoon()
    await new Promise((resolve) => setTimeout(resolve, 350))
  }
  expect(begun).toHaveLength(1)
  expect(begun[0]?.signal.aborted).toBe(false)
  begun[0]?.end()
  await expect.poll(() => begun.length).toBe(2)
  expect(done()).toBe(1)
  begun[1]?.end()
  await expect.poll(done).toBe(2)
  expect(begun).toHaveLength(2)
  reader.stop()
})

it('somebody who asks by hand is not kept waiting for the reading before', async () => {
  const {reader, begun} = setup()
  reader.readNow()
  reader.readNow()
  expect(begun.map(({signal}) => signal.aborted)).toEqual([true, false])
  reader.stop()
})

it('news of a payment reads that payment, and what came in a bunch is read together', async () => {
  const asked: string[][] = []
  const {reader, begun, brought, done} = setup({
    readPayments(payments) {
      asked.push([...payments])
      return Promise.resolve(payments.map(() => FACTS.facts))
    },
  })
  reader.readNow()
  begun[0]?.end()
  await expect.poll(done).toBe(1)
  for (const id of ['cs_1', 'cs_2', 'cs_1']) reader.readSoon(id)
  await expect.poll(() => brought.length).toBe(2)
  expect(asked).toEqual([['cs_1', 'cs_2']])
  expect(begun).toHaveLength(1)
  reader.stop()
})

it.each<[string, (reader: ReturnType<typeof createFactsReader>) => void]>([
  ['whatever it is about, where that is not said', (reader) => reader.readSoon()],
  ['a payment that cannot be had by itself', (reader) => reader.readSoon('cs_denied')],
  ['more payments than a page of them', (reader) => IDS.forEach((id) => reader.readSoon(id))],
])('news reads everything: %s', async (_, tell) => {
  const {reader, begun, brought, done} = setup({readPayments: () => Promise.reject(new Error('denied'))})
  reader.readNow()
  begun[0]?.end()
  await expect.poll(done).toBe(1)
  tell(reader)
  await expect.poll(() => begun.length).toBe(2)
  expect(brought).toEqual([])
  reader.stop()
})

it('how far the reading is, told in a rush, is told once and as it is by then; of a reading that ended nothing is', async () => {
  const {reader, begun, actions} = setup()
  const told = () => actions.flatMap((action) => (action.type === 'progress' ? action.progress.read : []))
  reader.readNow()
  for (const read of [100, 200, 300]) begun[0]?.onProgress({read, about: null})
  expect(told()).toEqual([])
  await expect.poll(told).toEqual([300])
  begun[0]?.onProgress({read: 400, about: null})
  await expect.poll(told).toEqual([300, 400])
  begun[0]?.onProgress({read: 500, about: null})
  begun[0]?.end()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(told()).toEqual([300, 400])
  reader.stop()
})
