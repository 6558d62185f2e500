import {expect, it, onTestFinished, vi} from 'vitest'
import {judgeSchool} from '../../../plugin/core/reconcile/judge-school.ts'
import {createFactsStore} from '../../../plugin/live/facts-store.ts'
import {shareLake, type LakeEvent} from '../../../plugin/live/lake.ts'
import {facts, NOON} from '../students/people.ts'

/** A store of a page that comes to its listener when the test says so, and how often it was read. */
function setup() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let reads = 0
  let tell: (event: LakeEvent) => void = () => undefined
  const lake = shareLake({
    document: () => Promise.resolve(null),
    listen(onEvent) {
      tell = onEvent
      return () => undefined
    },
  })
  const store = createFactsStore({
    read() {
      reads += 1
      return Promise.resolve({
        facts: facts({}),
        asOf: NOON,
        complete: true,
        unchecked: 0,
        elsewhere: 0,
        upkeep: null,
      })
    },
    judge: (known) => judgeSchool(known, {now: NOON}),
    lake,
    parse: () => facts({}),
    now: () => Date.now(),
    onWake: () => () => undefined,
  })
  onTestFinished(store.subscribe(() => undefined))
  return {
    tell: (kind: 'asked' | 'open' | 'lost') => tell({kind}),
    after: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms)
      return reads
    },
  }
}

it('a page too busy to begin listening is waited for, so that nothing is read twice', async () => {
  const {tell, after} = setup()
  expect(await after(20_000)).toBe(0)
  tell('asked')
  expect(await after(3_000)).toBe(0)
  tell('open')
  expect(await after(20_000)).toBe(1)
})

it('a lake that does not answer, or breaks off, keeps nobody from reading', async () => {
  const {tell, after} = setup()
  tell('asked')
  tell('lost')
  expect(await after(5_000)).toBe(1)
})

it('what happened before the listening began is not known: it is read again then', async () => {
  const {tell, after} = setup()
  tell('asked')
  expect(await after(5_000)).toBe(1)
  tell('open')
  expect(await after(1)).toBe(2)
})
