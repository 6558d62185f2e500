import type Stripe from 'stripe'
import type {Reading} from '../ports.ts'
import {saysTooLittle} from './attach-products.ts'
import {finishSessions} from './finish-sessions.ts'
import type {Source} from './read-sessions.ts'

type Session = Stripe.Checkout.Session

const AT_ONCE = 100

/** Finishes sessions as their pages come, so that nothing else is kept of what Stripe sent. */
export type FinishPages = {
  /** Those of the page that say enough, and a hundred of the others once so many wait. */
  page: (sessions: readonly Session[]) => Promise<Reading[]>
  /** Those that still wait when there are no more pages. */
  rest: () => Promise<Reading[]>
}

/** Sessions that say too little wait for others of their kind: their products come a hundred in one call. */
export function createFinishPages(source: Source): FinishPages {
  const waiting: Session[] = []
  return {
    page(sessions) {
      const whole = sessions.filter((session) => !saysTooLittle(session))
      waiting.push(...sessions.filter(saysTooLittle))
      const due = waiting.length < AT_ONCE ? [] : waiting.splice(0, AT_ONCE)
      return finishSessions(source, [...whole, ...due])
    },
    rest: () => finishSessions(source, waiting.splice(0)),
  }
}
