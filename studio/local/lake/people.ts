import {randomBytes} from 'node:crypto'
import {allowsBy, type Allows, type Grant, grantsOfRole} from './grants.ts'
import {createSessionToken, isSessionTokenOf} from './session-token.ts'

/** Somebody who may sign in, or a robot. */
export type LakePerson = {
  id: string
  name: string
  email: string
  /** `null`: a member of the organisation without a role in this project. */
  role: 'administrator' | 'editor' | 'viewer' | null
  /** What the Studio shows beside the name; a robot is `sanity-token`. */
  provider: string
  token: string
  /** What the login screen adds to the name; the role unless said. */
  title?: string
  /** Instead of the role's own grants: what a custom role may do, by GROQ filter. */
  grants?: Grant[]
}

/** Who makes a request, and what they may do. */
export type Actor = {person: LakePerson | null; identity: string; grants: Grant[]; allows: Allows}

export type People = {
  list: () => readonly LakePerson[]
  find: (id: string) => LakePerson | undefined
  /** `undefined` for a token that is unknown, expired or revoked; an actor without a person for none. */
  actor: (token: string | undefined) => Actor | undefined
  /** Signing in: a session that `exchange` turns into a token, once. */
  openSession: (personId: string) => string | undefined
  exchange: (session: string) => string | undefined
  signOut: (token: string) => void
  /** Every token of this person is refused from now on. */
  revoke: (personId: string) => void
  restore: (personId: string) => void
  reset: (people: readonly LakePerson[]) => void
}

export function createPeople(options: {publicDataset: boolean; now: () => Date}): People {
  const sessions = new Map<string, LakePerson>()
  const signedOut = new Set<string>()
  /** People whose tokens are refused, with those that they got since by signing in again. */
  const refused = new Map<string, Set<string>>()
  let people: readonly LakePerson[] = []

  const find = (id: string): LakePerson | undefined => people.find((person) => person.id === id)

  function holderOf(token: string): LakePerson | undefined {
    if (signedOut.has(token)) return undefined
    const holder = people.find((person) => person.token === token || isSessionTokenOf(person, token))
    const renewed = holder && refused.get(holder.id)
    return renewed && !renewed.has(token) ? undefined : holder
  }

  function actorOf(person: LakePerson | null): Actor {
    const identity = person?.id ?? '<anonymous>'
    const grants = person?.grants ?? grantsOfRole(person?.role ?? null, options.publicDataset)
    return {person, identity, grants, allows: allowsBy(grants, identity, options.now)}
  }

  return {
    list: () => people,
    find,
    actor: (token) => {
      if (token === undefined) return actorOf(null)
      const person = holderOf(token)
      return person && actorOf(person)
    },
    openSession: (personId) => {
      const person = find(personId)
      if (!person || person.provider === 'sanity-token') return undefined
      const session = randomBytes(24).toString('hex')
      sessions.set(session, person)
      return session
    },
    exchange: (session) => {
      const person = sessions.get(session)
      if (!person) return undefined
      sessions.delete(session)
      const token = createSessionToken(person)
      refused.get(person.id)?.add(token)
      return token
    },
    signOut: (token) => void signedOut.add(token),
    revoke: (personId) => void refused.set(personId, new Set()),
    restore: (personId) => void refused.delete(personId),
    reset: (next) => {
      people = next
      sessions.clear()
      signedOut.clear()
      refused.clear()
    },
  }
}
