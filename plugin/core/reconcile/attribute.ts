import type {Pass} from '../contract/pass.ts'
import type {Names, Payment} from '../contract/payment.ts'
import type {Choice} from '../contract/repair.ts'
import type {Student} from '../contract/student.ts'
import type {Catalogue} from './catalogue.ts'
import type {People} from './people.ts'

/** Whose a payment is. Settled when there is a `student`; else `reason` says why not, and `choices` who it may be. */
export type Payer = {
  student: Student | null
  by: 'metadata' | 'product' | 'email' | 'choice' | null
  /** The Clerk id that the payment names, whether or not anybody has it. */
  clerkId: string | null
  reason: 'no_student' | 'ambiguous_student' | null
  choices: readonly Choice[]
}

/** What was paid for. `id` is what the payment names, which the catalogue may no longer have. */
export type Paid = {
  pass: Pass | null
  id: string | null
  by: 'metadata' | 'product' | 'line_item' | 'choice' | null
  reason: 'no_pass' | 'ambiguous_pass' | 'pass_deleted' | null
  choices: readonly Choice[]
}

export type Attribution = {payer: Payer; paid: Paid}

/** Finds whose and which from what the payment names, never from its price. */
export function attribute(
  payment: Payment,
  people: People,
  catalogue: Catalogue,
  choice: Choice | null,
): Attribution {
  return {
    payer: payerOf(payment, people, choice?.student),
    paid: paidFor(payment, catalogue, choice?.pass),
  }
}

/** What the products of the line items name, where all that name anything agree; null where they contradict. */
export function productNames(
  payment: Payment,
  field: keyof Names & ('pass' | 'clerkId' | 'school'),
): string[] {
  const found = new Set<string>()
  for (const {product} of payment.lines) {
    const named = product?.[field]
    if (named !== null && named !== undefined) found.add(named)
  }
  return [...found]
}

function payerOf(payment: Payment, people: People, chosen: string | undefined): Payer {
  const inProducts = payment.names.clerkId === null ? productNames(payment, 'clerkId') : []
  const clerkId = payment.names.clerkId ?? (inProducts.length === 1 ? (inProducts[0] ?? null) : null)
  if (chosen !== undefined) {
    const student = people.byReference(chosen)
    if (student !== null) return {student, by: 'choice', clerkId, reason: null, choices: []}
  }
  if (clerkId !== null) {
    const student = people.byReference(clerkId)
    if (student === null) {
      const choices = payment.email === null ? [] : people.byEmail(payment.email).choices
      return {student, by: null, clerkId, reason: 'no_student', choices}
    }
    const by = payment.names.clerkId === null ? 'product' : 'metadata'
    return {student, by, clerkId, reason: null, choices: []}
  }
  if (inProducts.length > 1) {
    const named = inProducts.flatMap((id) => people.byReference(id) ?? [])
    return {
      student: null,
      by: null,
      clerkId,
      reason: 'ambiguous_student',
      choices: named.map(({id}) => ({student: id})),
    }
  }
  if (payment.email === null) return {student: null, by: null, clerkId, reason: 'no_student', choices: []}
  const {people: sharing, choices} = people.byEmail(payment.email)
  const [only] = sharing
  if (only === undefined) return {student: null, by: null, clerkId, reason: 'no_student', choices}
  if (sharing.length > 1) return {student: null, by: null, clerkId, reason: 'ambiguous_student', choices}
  return {student: only, by: 'email', clerkId, reason: null, choices: []}
}

function paidFor(payment: Payment, catalogue: Catalogue, chosen: string | undefined): Paid {
  if (chosen !== undefined) return known(chosen, 'choice', catalogue)
  if (payment.names.pass !== null) return known(payment.names.pass, 'metadata', catalogue)
  const [inProduct, ...others] = productNames(payment, 'pass')
  if (others.length > 0) return unsettled('ambiguous_pass', productNames(payment, 'pass'))
  if (inProduct !== undefined) return known(inProduct, 'product', catalogue)
  const found = new Set<string>()
  for (const {description} of payment.lines) {
    if (description !== null) for (const {id} of catalogue.named(description)) found.add(id)
  }
  const [only, ...more] = found
  if (only === undefined) return unsettled('no_pass', [])
  return more.length > 0 ? unsettled('ambiguous_pass', [...found]) : known(only, 'line_item', catalogue)
}

function known(id: string, by: Paid['by'], catalogue: Catalogue): Paid {
  const pass = catalogue.byId(id)
  return {pass, id, by, reason: pass === null ? 'pass_deleted' : null, choices: []}
}

function unsettled(reason: Paid['reason'], candidates: readonly string[]): Paid {
  return {pass: null, id: null, by: null, reason, choices: [...candidates].sort().map((pass) => ({pass}))}
}
