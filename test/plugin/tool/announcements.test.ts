import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createAnnouncements} from '../../../plugin/tool/parts/announcements.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('who types is told once, when the typing rests; what else happened meanwhile is told along', () => {
  const {say, subscribe, getSnapshot} = createAnnouncements()
  const told = vi.fn<() => void>()
  subscribe(told)
  for (const count of [40, 12, 3]) {
    say('results', `${count} entries.`)
    vi.advanceTimersByTime(300)
  }
  expect(getSnapshot()).toBe('')
  say('repair', 'Done.')
  vi.advanceTimersByTime(1_000)
  expect(getSnapshot()).toBe('3 entries. Done.')
  expect(told).toHaveBeenCalledTimes(1)
})

it('the same said again is heard again', () => {
  const {say, getSnapshot} = createAnnouncements()
  const heard = [1, 2].map(() => {
    say('undo', 'Undone.')
    vi.advanceTimersByTime(1_000)
    return getSnapshot()
  })
  expect(new Set(heard).size).toBe(2)
  expect(heard.map((words) => words.trim())).toEqual(['Undone.', 'Undone.'])
})

it('what goes on and on is told of every few seconds', () => {
  const {say, subscribe} = createAnnouncements()
  const told = vi.fn<() => void>()
  subscribe(told)
  for (let done = 0; done < 60; done += 1) {
    say('batch', `${done} of 60`)
    vi.advanceTimersByTime(200)
  }
  expect(told).toHaveBeenCalledTimes(2)
})
