import {expect, it} from 'vitest'
import type {FactsAction, ReadFacts} from '../../../plugin/live/facts-state.ts'
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

/** A reader over a far side that answers when the test says so. */
function setup() {
  const begun: {end: () => void; signal: AbortSignal}[] = []
  const actions: FactsAction['type'][] = []
  const reader = createFactsReader({
    read: ({signal}) => new Promise<ReadFacts>((resolve) => begun.push({end: () => resolve(FACTS), signal})),
    dispatch: ({type}) => void actions.push(type),
    now: () => 0,
    onRead: () => undefined,
  })
  return {reader, begun, done: () => actions.filter((type) => type === 'read').length}
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
