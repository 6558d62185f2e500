import type {Choice} from '../contract/repair.ts'
import type {Student} from '../contract/student.ts'

/** Everybody with one email, as far as judging needs to know. */
type Sharing = {
  /** One document for each person, oldest first. */
  people: Student[]
  choices: Choice[]
}

/** Who is who among the user documents: several may be one person, and one email may be several people. */
export type People = {
  /** The document that a reference means: by document id, else by Clerk id. */
  byReference: (reference: string) => Student | null
  byEmail: (email: string) => Sharing
  /** Nobody else has this document's email, so that nothing can be mistaken. */
  hasEmailAlone: (student: Student) => boolean
}

const NOBODY: Sharing = {people: [], choices: []}

/** What makes two user documents one person: the Clerk id, which is the document's own id where it has none. */
export function personOf(student: Student): string {
  return student.clerkId ?? student.id
}

function isOlder(a: Student, b: Student): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

export function indexPeople(students: readonly Student[], school: string): People {
  const byId = new Map<string, Student>()
  const byClerkId = new Map<string, Student[]>()
  const byEmail = new Map<string, Student[]>()
  for (const student of students) {
    byId.set(student.id, student)
    add(byClerkId, personOf(student), student)
    if (student.email !== null) add(byEmail, student.email, student)
  }
  for (const same of byClerkId.values()) {
    // This school's own document of a person comes first: that is the one its staff know.
    if (same.length > 1)
      same.sort((a, b) => Number(b.school === school) - Number(a.school === school) || isOlder(a, b))
  }
  const sharing = new Map<string, Sharing>()
  return {
    byReference: (reference) => byId.get(reference) ?? byClerkId.get(reference)?.[0] ?? null,
    byEmail: (email) => {
      const known = sharing.get(email)
      if (known !== undefined) return known
      const documents = byEmail.get(email)
      if (documents === undefined) return NOBODY
      const found = sharingOf(documents, byClerkId)
      sharing.set(email, found)
      return found
    },
    hasEmailAlone: ({email}) => email === null || byEmail.get(email)?.length === 1,
  }
}

function sharingOf(documents: Student[], byClerkId: ReadonlyMap<string, Student[]>): Sharing {
  const people = new Map<string, Student>()
  for (const student of documents.sort(isOlder)) {
    const person = personOf(student)
    if (!people.has(person)) people.set(person, byClerkId.get(person)?.[0] ?? student)
  }
  const found = [...people.values()]
  return {people: found, choices: found.map(({id}) => ({student: id}))}
}

function add<Key, Value>(to: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = to.get(key)
  if (known === undefined) to.set(key, [value])
  else known.push(value)
}
