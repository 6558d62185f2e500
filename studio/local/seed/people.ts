import type {LakePerson} from '../lake/people.ts'
import {FJORD, HAVN} from './schools.ts'

/** Tokens that anybody can read here are for tests; `npm start` has others made, new on each start. */
export type TokenOf = (person: string) => string
const publicToken: TokenOf = (person) => `demo-token-of-${person}-for-loopback-only`

const PEOPLE: readonly Omit<LakePerson, 'token'>[] = [
  {
    id: 'p-ingrid',
    name: 'Ingrid Solberg',
    email: 'ingrid.solberg@example.com',
    role: 'administrator',
    provider: 'google',
    title: `admin of ${FJORD.name}`,
  },
  {
    id: 'p-mikko',
    name: 'Mikko Laine',
    email: 'mikko.laine@example.com',
    role: 'administrator',
    provider: 'google',
    title: `admin of ${HAVN.name}`,
  },
  {
    id: 'p-sanna',
    name: 'Sanna Nyberg',
    email: 'sanna.nyberg@example.com',
    role: 'editor',
    provider: 'google',
    title: 'support, both schools',
  },
  {
    id: 'p-viljar',
    name: 'Viljar Moen',
    email: 'viljar.moen@example.com',
    role: 'viewer',
    provider: 'github',
    title: 'may look, not change',
  },
  {
    id: 'robot',
    name: 'Passes function',
    email: 'robot@example.com',
    role: 'editor',
    provider: 'sanity-token',
  },
]

export const ROBOT = 'robot'

/** Who may sign in to the demo, and the function's own robot. */
export function people(tokenOf: TokenOf = publicToken): LakePerson[] {
  return PEOPLE.map((person) => Object.assign({token: tokenOf(person.id)}, person))
}

/** `SCHOOL_ACCESS` of the demo: who may act for which school. */
export const SCHOOL_ACCESS: Readonly<Record<string, readonly string[] | '*'>> = {
  'p-ingrid': [FJORD.id],
  'p-mikko': [HAVN.id],
  'p-sanna': '*',
  'p-viljar': [FJORD.id],
}
