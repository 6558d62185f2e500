import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, describe, expect, it} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {demandPostgres} from '../../database/demand-postgres.ts'
import {firstOf} from './pages.ts'
import {newFolder, setup} from './setup.ts'

const postgres = await demandPostgres('jobs on PostgreSQL')
const folder = newFolder()
afterAll(async () => {
  await postgres?.close()
  folder.remove()
})

const places: [string, string | null][] = [
  ['in this process', null],
  ['in a folder', folder.url],
  ...(postgres ? ([['in PostgreSQL', postgres.url]] satisfies [string, string][]) : []),
]

describe.each(places)('runs that wait %s', (_, databaseUrl) => {
  const PATIENT = databaseUrl === null ? 10_000 : 60_000

  it(
    'are taken page after page to their end, each page once',
    async () => {
      const {jobs, read, work} = await setup(databaseUrl)
      await jobs.add('A', firstOf('A', 3))
      await jobs.add('B', firstOf('B', 2))
      work()
      await jobs.ended()
      expect(read.filter((page) => page.startsWith('A'))).toEqual(['A 1', 'A 2', 'A 3'])
      expect(read.filter((page) => page.startsWith('B'))).toEqual(['B 1', 'B 2'])
    },
    PATIENT,
  )

  it(
    'are one at a time for each school, and begin anew when the last has ended',
    async () => {
      const {jobs, read, work} = await setup(databaseUrl)
      expect(await jobs.add('A', firstOf('A', 1))).toBe(true)
      expect(await jobs.add('A', firstOf('A', 1))).toBe(false)
      const duringWork: boolean[] = []
      work(async () => void duringWork.push(await jobs.add('A', firstOf('A', 1))))
      await jobs.ended()
      expect(duringWork).toEqual([false])
      expect(await jobs.add('A', firstOf('A', 1))).toBe(true)
      await jobs.ended()
      expect(read).toEqual(['A 1', 'A 1'])
    },
    PATIENT,
  )

  it(
    'are worked on side by side, and never more of them than was said',
    async () => {
      const {jobs, work} = await setup(databaseUrl)
      for (const school of ['A', 'B', 'C', 'D', 'E']) await jobs.add(school, firstOf(school, 2))
      const now = {reading: 0, most: 0}
      const read = async (): Promise<void> => {
        now.reading += 1
        now.most = Math.max(now.most, now.reading)
        await sleep(60)
        now.reading -= 1
      }
      work(read, {atOnce: 3})
      await jobs.ended()
      expect(now).toEqual({reading: 0, most: 3})
    },
    PATIENT,
  )

  it(
    'go on where Stripe did not answer for a moment, and lose no page by it',
    async () => {
      const {jobs, read, givenUp, work} = await setup(databaseUrl)
      await jobs.add('A', firstOf('A', 3))
      const answers = [() => Promise.resolve(), busy]
      work(() => answers.shift()?.() ?? Promise.resolve())
      await jobs.ended()
      expect(read).toEqual(['A 1', 'A 2', 'A 3'])
      expect(givenUp).toEqual([])
    },
    PATIENT,
  )

  it(
    'end where an account can’t be read: that is told once, and stops no other school',
    async () => {
      const {jobs, read, givenUp, troubles, work} = await setup(databaseUrl)
      await jobs.add('A', firstOf('A', 3))
      await jobs.add('B', firstOf('B', 3))
      work(({school, page}) => (school === 'A' && page === 2 ? blind() : Promise.resolve()))
      await jobs.ended()
      expect(read.toSorted()).toEqual(['A 1', 'B 1', 'B 2', 'B 3'])
      expect(givenUp).toMatchObject([{school: 'A', error: {code: 'account_unreadable'}}])
      expect(troubles).toEqual([])
      expect(await jobs.add('A', firstOf('A'))).toBe(true)
    },
    PATIENT,
  )

  it(
    'end at a bug, which is told as it is',
    async () => {
      const {jobs, givenUp, work} = await setup(databaseUrl)
      await jobs.add('A', firstOf('A'))
      work(() => Promise.reject(new TypeError('a bug')))
      await jobs.ended()
      expect(givenUp).toEqual([{school: 'A', error: new TypeError('a bug')}])
    },
    PATIENT,
  )

  it(
    'let the page in hand be read to its end when they are closed, and no other be begun',
    async () => {
      const {jobs, read, work} = await setup(databaseUrl)
      await jobs.add('A', firstOf('A', 3))
      const begun = Promise.withResolvers<void>()
      work(async () => {
        begun.resolve()
        await sleep(200)
      })
      await begun.promise
      await jobs.close()
      expect(read).toEqual(['A 1'])
    },
    PATIENT,
  )
})

function busy(): Promise<never> {
  return Promise.reject(new Fault('stripe_unavailable', 'Stripe did not answer as it should'))
}

function blind(): Promise<never> {
  return Promise.reject(new Fault('account_unreadable', 'the key cannot read this account', {account: 'A'}))
}
