import type {Api} from '../api/api.ts'
import {ENDPOINTS} from '../core/contract/endpoints.ts'
import type {Facts} from '../core/contract/facts.ts'
import {DAY, toIso} from '../core/contract/instant.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {documentParts} from '../live/document-parts.ts'
import {createFactsStore, type FactsStore, type FactsStoreOptions} from '../live/facts-store.ts'

type StoresOptions = Pick<FactsStoreOptions, 'judge' | 'lake' | 'now' | 'onWake'> & {api: () => Api}

export type Stores = {
  /** Payments of the last so many days, and everything held at the school. */
  school: (school: string, days: number) => FactsStore
  /** What Stripe answers by the ids and emails of one student. */
  student: (school: string, student: string) => FactsStore
  apply: (school: string, receipt: Receipt) => void
}

/** One store for whoever looks at the same facts. */
export function createStores({api, now, ...ports}: StoresOptions): Stores {
  const known = new Map<string, {school: string; store: FactsStore}>()
  type Reads = Pick<FactsStoreOptions, 'read' | 'readPayments'>
  const storeOf = (school: string, name: string, reads: Reads): FactsStore => {
    const key = JSON.stringify([school, name])
    const held = known.get(key) ?? {
      school,
      store: createFactsStore({...ports, ...reads, now, parse: documentParts}),
    }
    known.set(key, held)
    return held.store
  }
  return {
    school: (school, days) =>
      storeOf(school, `last ${days} days`, {
        read: ({signal, onProgress}) =>
          api().facts({
            school,
            from: toIso(now() - days * DAY),
            signal,
            onPart: (part) => {
              if (part.part === 'progress') onProgress({read: part.read, about: part.about})
            },
          }),
        readPayments: (payments, signal) => readPayments(api(), {school, payments, signal}),
      }),
    student: (school, student) =>
      storeOf(school, `student ${student}`, {
        async read({signal}) {
          const answer = await api().call(ENDPOINTS.student, {params: {school, student}, signal})
          return {...answer, unchecked: 0, elsewhere: 0, upkeep: null}
        },
      }),
    apply(school, receipt) {
      for (const held of known.values()) if (held.school === school) held.store.apply(receipt)
    },
  }
}

type Asked = {school: string; payments: readonly string[]; signal: AbortSignal}

async function readPayments(api: Api, {school, payments, signal}: Asked): Promise<Facts[]> {
  const answers = await Promise.all(
    payments.map((payment) => api.call(ENDPOINTS.payment, {params: {school, payment}, signal})),
  )
  return answers.map(({facts}) => facts)
}
