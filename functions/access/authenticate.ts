import {z} from 'zod'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Actor} from '../ports.ts'
import {sha256} from '../sha256.ts'
import {createActorLimit} from './limit-actors.ts'

const REMEMBERED_FOR = 60_000
const REMEMBERED_AT_MOST = 1_000
/** Everybody together whom Sanity does not let in: whatever they make up would be asked for, at the school's cost. */
const STRANGERS = 'strangers'

/** What `users/me` says. Without a session it answers 200 and an empty object, so the id is what counts. */
const me = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  provider: z.string(),
  roles: z.array(z.object({name: z.string()})).default([]),
})
type Person = Omit<Actor, 'token'>

/**
 * Makes the check of who is asking: the bearer token against the project's own `users/me`. API tokens are not
 * people and are refused; a member without a role is refused; an answer is believed for a minute. A flood of tokens that
 * are none is stopped here, and whoever is known already goes on.
 *
 * @throws Fault `unauthenticated`, `forbidden`, `rate_limited`, or what asking the lake threw
 * @example const actor = await authenticate(request.headers.get('authorization'), askWhoIsMe)
 */
export function createAuthenticate({now}: {now: () => number}) {
  const remembered = new Map<string, {person: Promise<Person>; until: number}>()
  const limit = createActorLimit({now})

  return async function authenticate(
    header: string | null,
    whoIs: (token: string) => Promise<unknown>,
  ): Promise<Actor> {
    const token = bearerToken(header)
    const key = await sha256(token)
    const known = remembered.get(key)
    if (known && known.until > now()) return {...(await known.person), token}
    // Whoever was let in a while ago is no stranger: a flood of others must not keep them out.
    const isStranger = known === undefined
    if (isStranger) limit.spend(STRANGERS)
    const person = whoIs(token).then(toPerson)
    remember(key, person)
    person.then(
      () => isStranger && limit.giveBack(STRANGERS),
      (error: unknown) => {
        // Only a person is worth remembering: a refusal may be mended in the next second.
        remembered.delete(key)
        if (isStranger && !isRefusal(error)) limit.giveBack(STRANGERS)
      },
    )
    return {...(await person), token}
  }

  // The promise is kept, not its result: twenty clicks at once ask once.
  function remember(key: string, person: Promise<Person>): void {
    remembered.delete(key)
    remembered.set(key, {person, until: now() + REMEMBERED_FOR})
    const oldest = remembered.keys().next()
    if (remembered.size > REMEMBERED_AT_MOST && !oldest.done) remembered.delete(oldest.value)
  }
}

function bearerToken(header: string | null): string {
  const token = /^Bearer ([\w.~+/=-]{8,4096})$/i.exec(header ?? '')?.[1]
  if (token !== undefined) return token
  throw new Fault('unauthenticated', 'a bearer token of a Sanity session is required')
}

/** What is no refusal, such as Sanity being away, says nothing against whoever asked. */
function isRefusal(error: unknown): boolean {
  return error instanceof Fault && (error.code === 'unauthenticated' || error.code === 'forbidden')
}

function toPerson(answer: unknown): Person {
  const parsed = me.safeParse(answer)
  if (!parsed.success) throw new Fault('unauthenticated', 'Sanity knows no session with this token')
  const {id, name, provider, roles} = parsed.data
  if (/token|robot/i.test(provider)) {
    throw new Fault('forbidden', 'API tokens may not act: a person must', {reason: 'not_a_person'})
  }
  if (roles.length === 0) throw new Fault('forbidden', 'no role in this project', {reason: 'no_role'})
  return {id, name: name ?? '', roles: roles.map((role) => role.name), via: 'studio'}
}
