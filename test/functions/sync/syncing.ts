import type {z} from 'zod/mini'
import {SYNC_ENDPOINTS, type SchoolSync, type SyncReport} from '../../../plugin/core/contract/sync.ts'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {parseSyncDocument, syncDocumentId} from '../../../plugin/core/documents/sync-document.ts'
import {sale, setup} from '../setup.ts'

export const SYNC = '/v1/sync'
export const STUDENT_SYNC = '/v1/schools/tenantT/students/u1/sync'
export const schedulerSecret = 'secret-of-the-scheduler-for-tests'
export const platformSecret = 'secret-of-the-platform-for-tests'

export type Syncing = Awaited<ReturnType<typeof syncing>>

/** A function with a scheduler and a platform beside it, at noon on a day in March. */
export async function syncing(options: Parameters<typeof setup>[0] = {}) {
  const at = await setup({
    ...options,
    environment: {
      SYNC_SECRET: schedulerSecret,
      STUDENT_SYNC_SECRET: platformSecret,
      ...options.environment,
    },
  })
  const ask = async (body: unknown) => at.send(SYNC, {as: schedulerSecret, body})
  const schoolsOf = async (body: unknown): Promise<SchoolSync[]> =>
    read(SYNC_ENDPOINTS.sync.answer, await ask(body)).then(({schools}) => schools)
  return {
    ...at,
    ask,
    schoolsOf,
    /** A run for Ada's school that must be done. */
    sync: async (body: object = {}): Promise<SyncReport> => {
      const [only] = await schoolsOf({schools: ['tenantT'], write: true, ...body})
      if (only === undefined || !('report' in only)) throw new Error(JSON.stringify(only))
      return only.report
    },
    /** What the platform asks for when Ada opens her passes. */
    student: (body: object = {write: true}, path = STUDENT_SYNC) => at.send(path, {as: platformSecret, body}),
    state: (school = 'tenantT') => parseSyncDocument(at.document(syncDocumentId(school)), school),
    pass: (minutes: number) => void (at.now.at += minutes * MINUTE),
    /** Ada pays this very moment; nobody's webhook hears of it. */
    sell: async (words: Parameters<typeof sale>[0] = {}) => {
      const sold = sale({createdAt: new Date(at.now.at), ...words})
      await at.stripe.control.sell(sold)
      return sold
    },
    /** The Stripe calls that were made since this was last asked. */
    calls: () => at.stripe.ledger.requests.splice(0).map(({path}) => path),
    active: () => at.ofType('subscription').filter(({isActive}) => isActive === true),
  }
}

export async function read<T>(schema: z.ZodMiniType<T>, response: Response): Promise<T> {
  return schema.parse(await response.json())
}
