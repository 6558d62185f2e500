import type {Subject} from './repair.ts'

/** The id that a subject's records are named after. */
export function subjectId(of: Subject): string {
  if ('payment' in of) return of.payment
  return 'entitlement' in of ? of.entitlement : givenId(of.request)
}

/** The document id of a pass that is given without payment: named after the request, so that it is made once. */
export function givenId(request: string): string {
  return `subscription-${request}`
}
