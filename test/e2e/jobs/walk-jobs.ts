import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {DAY, toIso} from '../../../plugin/core/contract/instant.ts'
import type {DemoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {seedClock} from '../../../studio/local/seed/seed-clock.ts'
import type {Hand} from '../hands/hand.ts'
import {correctAWrongPass} from './correct-a-wrong-pass.ts'
import {diagnoseOneStudent} from './diagnose-one-student.ts'
import {grantByHand} from './grant-by-hand.ts'
import type {Job} from './job.ts'
import {lakeChange} from './lake-change.ts'
import {myPassIsMissing} from './my-pass-is-missing.ts'
import {endWhatNobodyPaid, linkToItsPayment, markAsComplimentary} from './passes-without-payment.ts'
import {removeDuplicates} from './remove-duplicates.ts'
import {syncAllMissing} from './sync-all-missing.ts'
import {tellTheStudent} from './tell-the-student.ts'
import {webhookRequirements} from './webhook-requirements.ts'
import {SYNC_SECRET, weeklyCheck} from './weekly-check.ts'
import {startSetup, type SharedSetup} from '../setup.ts'

/** What a school's admins come to do, each with another student: one school stands for all of it. Nothing is ever deleted. */
const JOBS: readonly Job[] = [
  myPassIsMissing,
  diagnoseOneStudent,
  grantByHand,
  correctAWrongPass,
  syncAllMissing,
  webhookRequirements,
  tellTheStudent,
  removeDuplicates,
  linkToItsPayment,
  markAsComplimentary,
  endWhatNobodyPaid,
  weeklyCheck,
]

/** Each job once, with the same hand. */
export function walkJobs(name: string, hand: (page: Page) => Hand): void {
  describe(`A job ${name}`, () => {
    let school: SharedSetup
    beforeAll(async () => {
      school = await startSetup({change: withSales, environment: {SYNC_SECRET}})
    })
    afterEach(() => school.check())
    afterAll(() => school.close())

    test.each(JOBS.map((job) => [job.name, job] as const))('%s', async (__, {from, walk}) => {
      const before = school.demo.lake.documents()
      const page = await school.open(from)
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      const changed = () => lakeChange(before, school.demo.lake.documents())
      await walk({...school, page, hand: hand(page), changed})
      const left = new Set(school.demo.lake.documents().map(({_id}) => _id))
      expect(before.filter(({_id}) => !left.has(_id))).toEqual([])
      await page.close()
    })
  })
}

/** The demo school with what each job needs beside it; webhook and sync may write since yesterday. */
function withSales(seed: DemoSeed, now: Date): DemoSeed {
  const sales = JOBS.flatMap((job) => job.sales?.(seedClock(now)) ?? [])
  const yesterday = toIso(now.getTime() - DAY)
  // What is still on its way when the walks begin is late before they end, and then the sync's.
  const settled = seed.stripe.sessions.filter(({created}) => created * 1_000 < now.getTime() - DAY)
  const sync = {_id: 'passSync.school-fjord', _type: 'passSync', automaticSince: yesterday}
  return {
    ...seed,
    documents: [...seed.documents, {...sync, _createdAt: yesterday, _updatedAt: yesterday}],
    stripe: {...seed.stripe, sessions: [...settled, ...sales.map(({stripe}) => stripe)]},
  }
}
