import {toPayment} from '../../../functions/stripe/to-payment.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {parseDocuments} from '../../../plugin/core/documents/parse-documents.ts'
import type {DemoSeed} from '../../../studio/local/seed/demo-seed.ts'

/** What the function would read of a seed, without asking anybody: both sides whole. */
export function factsOf(seed: DemoSeed, school: string): Facts {
  const ledger = parseDocuments(seed.documents, {school})
  const sessions = seed.stripe.sessions.filter(
    ({account}) => account !== null && ledger.school.accounts.includes(account),
  )
  const read = sessions.map(({account, ...session}) => toPayment(session, account))
  const payments = read.flatMap((reading) => ('source' in reading ? [] : [reading]))
  const known = new Set(payments.flatMap(({id, paymentIntent, charge}) => [id, paymentIntent, charge]))
  const named = ledger.entitlements.flatMap(({session, paymentIntent}) => [session, paymentIntent])
  return {
    ...ledger,
    payments,
    unreadable: [...ledger.unreadable, ...read.flatMap((reading) => ('source' in reading ? [reading] : []))],
    denied: named.flatMap((id) => (id === null || known.has(id) ? [] : [id])),
    blind: null,
    read: null,
  }
}
