import {PLATFORM_SCHEMA} from '../../../plugin/core/documents/school-schema.ts'
import {expect, onTestFinished} from 'vitest'
import {createApi} from '../../../plugin/api/api.ts'
import {ENDPOINTS} from '../../../plugin/core/contract/endpoints.ts'
import type {PreviewRequest} from '../../../plugin/core/contract/repair.ts'
import {judgeSchool} from '../../../plugin/core/reconcile/judge-school.ts'
import {studioLake} from '../../../plugin/hooks/studio-lake.ts'
import {documentParts} from '../../../plugin/live/document-parts.ts'
import {createFactsStore} from '../../../plugin/live/facts-store.ts'
import {shareLake} from '../../../plugin/live/lake.ts'
import {setup as startFunction, type Setup} from '../../functions/setup.ts'
import {tove} from '../../functions/people.ts'

/** Two pages of one Studio beside each other, over a function, a lake and a Stripe of their own. */
export async function setup(options: Parameters<typeof startFunction>[0] = {}) {
  const far = await startFunction(options)
  return {...far, page: (how: {isGlance?: boolean} = {}) => page(far, how)}
}

/** One page: its own listener, its own facts. */
function page(far: Setup, {isGlance = false}: {isGlance?: boolean}) {
  const {handler, now, lake} = far
  const api = createApi({
    endpoint: 'https://function.example.com',
    token: () => Promise.resolve(tove.token),
    fetch: (input, init) => handler(new Request(input, init)),
    wait: () => Promise.resolve(),
  })
  let wake = () => {}
  let reads = 0
  const store = createFactsStore({
    read: ({signal, onProgress}) => {
      reads += 1
      return api.facts({
        school: 'tenantT',
        from: '2026-01-01',
        signal,
        onPart: (part) => {
          if (part.part === 'progress') onProgress(part)
        },
      })
    },
    judge: (facts) => judgeSchool(facts, {now: now.at}),
    lake: shareLake(studioLake(far.studio(), PLATFORM_SCHEMA)),
    parse: documentParts,
    now: () => now.at,
    onWake: (again) => {
      wake = again
      return () => {}
    },
  })
  const look = (options?: {isGlance?: boolean}) => {
    const end = store.subscribe(() => {}, options)
    onTestFinished(end)
    return end
  }
  look({isGlance})

  const ready = () => {
    const state = store.getSnapshot()
    if (state.state !== 'ready') throw new Error(`the facts are ${state.state}`)
    return state
  }
  const verdictOf = (key: string) => ready().judged.entry(key)?.verdict ?? null
  return {
    store,
    look,
    ready,
    verdictOf,
    lake,
    reads: () => reads,
    wake: () => wake(),
    /** Waits until the page shows this. */
    shows: async (key: string, verdict: string | null): Promise<void> => {
      const shown = () => (store.getSnapshot().state === 'ready' ? verdictOf(key) : 'nothing')
      // The first request loads both SDKs, which takes a busy machine a while.
      await expect.poll(shown, {timeout: 10_000}).toBe(verdict)
    },
    /** As the button does: preview, then just that. */
    async grant(payment: string) {
      const body: PreviewRequest = {subject: {payment}, kind: 'grant'}
      const params = {school: 'tenantT'}
      const {plan} = await api.call(ENDPOINTS.preview, {params, body})
      const receipt = await api.call(ENDPOINTS.repairs, {params, body: {...body, plan}})
      store.apply(receipt)
      return receipt
    },
  }
}
