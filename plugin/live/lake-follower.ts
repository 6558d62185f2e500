import type {Facts} from '../core/contract/facts.ts'
import {paymentNews} from '../core/documents/payment-news.ts'
import type {FactsAction} from './facts-state.ts'
import type {Lake} from './lake.ts'
import {replay, type Change} from './replay.ts'
import {
  heldRevision,
  namesUnreadPayment,
  withDocument,
  withoutDocument,
  type DocumentParts,
} from './revise-facts.ts'

type FollowerOptions = {
  lake: Lake
  /** One document in our words, as seen from the school that the facts are of. */
  parse: (document: unknown, facts: Facts) => DocumentParts
  /** What is shown now; null while there is nothing, or while it is being read anew. */
  facts: () => Facts | null
  isReading: () => boolean
  dispatch: (action: FactsAction) => void
  /** Reads one payment; without one, everything. */
  readSoon: (payment?: string | null) => void
  /** Something was paid, or may have been: this, where that is told. */
  hearOfPayments: (payment: string | null) => void
}

/** Carries changes in the lake over to the facts. What is heard during a reading is kept and replayed after it. */
export function createLakeFollower(options: FollowerOptions) {
  const {lake, parse, facts, isReading, dispatch, readSoon, hearOfPayments} = options
  let heard: Change[] = []
  let lastRun: number | null = null

  const revise = (id: string, document: unknown) => {
    const held = facts()
    if (held === null) return
    if (document === null || document === undefined) {
      dispatch({type: 'revised', facts: withoutDocument(held, id)})
      return
    }
    const parts = parse(document, held)
    const revised = withDocument(held, id, parts)
    if (revised === held) return
    // Judged now, the pass would stand there without a payment that merely was not read yet.
    const unread = parts.entitlements.find((item) => namesUnreadPayment(held, item))
    if (unread !== undefined) readSoon(unread.session ?? unread.paymentIntent)
    else dispatch({type: 'revised', facts: revised})
  }

  const fetchDocument = async (id: string) => {
    try {
      revise(id, await lake.document(id))
    } catch {
      readSoon()
    }
  }

  const follow = (id: string, changes: Change[]) => {
    const held = facts()
    if (held === null) return
    const step = replay(heldRevision(held, id), changes)
    if (step.do === 'apply') revise(id, step.change.document)
    if (step.do === 'fetch') void fetchDocument(id)
  }

  return {
    hear(change: Change) {
      if (isDraft(change.id)) return
      const held = facts()
      const news = paymentNews(change.document, held?.school ?? null)
      if (news !== null) {
        if (news.run !== null && news.run === lastRun) return
        lastRun = news.run ?? lastRun
        if (news.toldAt !== null) dispatch({type: 'told', at: news.toldAt})
        hearOfPayments(news.payment)
      } else if (isReading() || held === null) heard.push(change)
      else follow(change.id, [change])
    },
    /** To be called when a reading has ended well. */
    catchUp() {
      const changes = heard
      heard = []
      const ids = new Set(changes.map(({id}) => id))
      for (const id of ids) {
        follow(
          id,
          changes.filter((change) => change.id === id),
        )
      }
    },
    forget() {
      heard = []
    },
  }
}

function isDraft(id: string): boolean {
  return id.startsWith('drafts.') || id.startsWith('versions.')
}
