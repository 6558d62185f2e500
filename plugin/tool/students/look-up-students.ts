import type {SanityClient} from 'sanity'
import {Fault} from '../../core/contract/fault.ts'
import {anyTextIn, requiredTextIn, shapesOf, type Shape} from '../../core/contract/shape.ts'
import {personQueriesOf} from '../../core/documents/person-queries.ts'
import type {StudioSchema} from '../../core/documents/studio-schema.ts'
import type {PageEngine} from '../../engine/page-engine.ts'
import type {Ask} from '../../engine/questions.ts'
import {isHeldBy, identitiesOf} from '../../engine/identities.ts'
import type {SearchTerm} from './search-term.ts'

/** One user document that fits what was typed. */
export type StudentHit = {
  id: string
  name: string | null
  email: string | null
  clerkId: string | null
  schoolName: string | null
}

/** The lake is asked for one more, so that it is known whether there are more. */
export const MOST_HITS = 20

export type SearchPlace = {
  client: SanityClient
  schema: StudioSchema
  ask: Ask
  /** The school whose account is asked for a session or payment id. */
  school: string
  judge: PageEngine['judge']
  signal: AbortSignal
}

/**
 * Finds students by name, email or id in the lake, or by what they paid through the function.
 *
 * @throws Fault `lake_unavailable`, or what the function answered. A payment that Stripe doesn't know is not a
 * fault but an empty answer.
 */
export async function lookUpStudents(term: SearchTerm, place: SearchPlace): Promise<StudentHit[]> {
  if (term.kind === 'nothing') return []
  return term.kind === 'payment' ? byPayment(term.id, place) : byPerson(term, place)
}

async function byPerson(
  {id, words}: Extract<SearchTerm, {kind: 'person'}>,
  {client, schema, signal}: SearchPlace,
) {
  const params = {id, words}
  try {
    const found: unknown = await client.fetch(personQueriesOf(schema.map).studentSearch, params, {
      perspective: 'published',
      tag: 'passes.students.search',
      signal,
    })
    return shapesOf(found, 'students').map(toHit)
  } catch (cause) {
    signal.throwIfAborted()
    throw new Fault('lake_unavailable', 'the search for students failed', {}, {cause})
  }
}

function toHit(found: Shape): StudentHit {
  return {
    id: requiredTextIn(found, 'id'),
    name: anyTextIn(found, 'name'),
    email: anyTextIn(found, 'email'),
    clerkId: anyTextIn(found, 'clerkId'),
    schoolName: anyTextIn(found, 'schoolName'),
  }
}

async function byPayment(payment: string, {ask, school, judge, signal}: SearchPlace): Promise<StudentHit[]> {
  const facts = await ask('payment', {school, payment}, {signal})
    .then((answer) => answer.facts)
    .catch((cause: unknown) => {
      if (cause instanceof Fault && cause.code === 'not_found') return null
      throw cause
    })
  if (!facts) return []
  const paid = facts.payments.filter(({id, paymentIntent}) => id === payment || paymentIntent === payment)
  const {entries: judged} = await judge(facts)
  const entries = judged.filter((entry) => paid.some(({id}) => id === entry.payment))
  const holders = facts.entitlements.filter(({id}) =>
    entries.some(({entitlements}) => entitlements.includes(id)),
  )
  return facts.students
    .filter(({id}) => {
      const self = identitiesOf(id, facts.students).slice(0, 1)
      return (
        entries.some(({student}) => student === id) || holders.some(({student}) => isHeldBy(self, student))
      )
    })
    .map(({id, name, email, clerkId}) => ({id, name, email, clerkId, schoolName: facts.school.name}))
}
