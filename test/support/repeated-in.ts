import type {LakeDocument, LakePerson} from '../../studio/local/lake/start-lake.ts'

/** What the site calls somebody who gave no name. */
const NOBODY = 'User'
const SHORTEST = 4

type Seeded = {
  documents: readonly LakeDocument[]
  people: readonly LakePerson[]
  /** As Stripe has them: whoever paid may be nobody whom the lake knows. */
  sessions: readonly {customer_details?: unknown; customer_email?: unknown}[]
  secrets: readonly string[]
}

/**
 * Every name, address and token that was seeded and that a text repeats: for what must hold none, such as a log.
 *
 * @example expect(repeatedIn(JSON.stringify(lines), seeded)).toEqual([])
 */
export function repeatedIn(text: string, {documents, people, sessions, secrets}: Seeded): string[] {
  const told = [
    ...documents.flatMap(({_type, name, email}) => (_type === 'user' ? [name, email] : [])),
    ...people.flatMap(({name, email, token}) => [name, email, token]),
    ...sessions.flatMap(({customer_details: customer, customer_email: email}) => [
      ...(typeof customer === 'object' && customer !== null ? Object.values(customer) : []),
      email,
    ]),
    ...secrets,
  ]
  const known = told.filter((one) => typeof one === 'string').map((one) => one.trim())
  const lower = text.toLowerCase()
  return [...new Set(known)].filter(
    (one) => one.length >= SHORTEST && one !== NOBODY && lower.includes(one.toLowerCase()),
  )
}
