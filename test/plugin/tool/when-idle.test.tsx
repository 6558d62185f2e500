import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {inTurnWhenIdle} from '../../../plugin/tool/parts/when-idle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('does one thing after the other, each after a rest', async () => {
  const done: string[] = []
  inTurnWhenIdle(['words', 'details'].map((name) => async () => void done.push(name)))
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual(['words', 'details'])
})

it('ends where one thing fails: the others would fail as well, and some browsers never ask for them again', async () => {
  const done: string[] = []
  inTurnWhenIdle([() => Promise.reject(new Error('away')), async () => void done.push('details')])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([])
})

it('does nothing more once it has ended, also where a thing was under way', async () => {
  const {promise, resolve} = Promise.withResolvers<void>()
  const done: string[] = []
  const end = inTurnWhenIdle([() => promise, async () => void done.push('details')])
  await vi.advanceTimersByTimeAsync(2_000)
  end()
  resolve()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual([])
})
