import type {Answer, Exchange} from './exchange.ts'
import {isRecord} from './lake-document.ts'
import {apiError, badRequest, unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'
import type {LakePerson} from './people.ts'

/** `GET /users/me`: a stranger is an empty object, as the real API answers. */
export function me(_state: LakeState, {actor}: Exchange): Answer {
  const {person} = actor
  if (!person) return {body: {}}
  return {
    body: {
      id: person.id,
      name: person.name,
      email: person.email,
      profileImage: null,
      role: person.role ?? '',
      roles: rolesOf(person),
      provider: person.provider,
    },
  }
}

/** `GET /users/:ids`: one id gives one user, several a list. */
export function users(state: LakeState, {params, actor}: Exchange): Answer {
  if (!actor.person) throw unauthorized()
  const ids = (params['ids'] ?? '').split(',')
  const found = ids.flatMap((id) => state.people.find(id) ?? []).map(publicProfile)
  if (ids.length > 1) return {body: found}
  if (found[0] === undefined) throw apiError(404, 'Not Found', 'User not found')
  return {body: found[0]}
}

/** `GET /auth/id` */
export function whoAmI(_state: LakeState, {actor}: Exchange): Answer {
  if (!actor.person) throw unauthorized()
  return {body: {id: actor.person.id}}
}

/** `GET /auth/providers`: every person is a button of the Studio's own login screen. */
export function providers(state: LakeState, {request}: Exchange): Answer {
  const base = `http://${request.headers.host ?? 'localhost'}/v1/auth/login`
  const people = state.people.list().filter((person) => person.provider !== 'sanity-token')
  return {
    body: {
      providers: people.map((person) => ({
        name: person.id,
        title: `${person.name} (${person.title ?? person.role ?? 'no role'})`,
        url: `${base}/${encodeURIComponent(person.id)}`,
      })),
      thirdPartyLogin: false,
      sso: {saml: false},
    },
  }
}

/** `GET /auth/login/:provider`: no password on loopback; back to the Studio with a session. */
export function login(state: LakeState, {params, query}: Exchange): Answer {
  const session = state.people.openSession(params['provider'] ?? '')
  if (!session) throw apiError(404, 'Not Found', 'Unknown login provider')
  const origin = query.get('origin')
  if (origin === null || !isLoopback(origin)) throw badRequest('"origin" must be an address on this machine')
  return {status: 302, headers: {location: `${origin}#sid=${session}`}}
}

/** `GET /auth/fetch?sid=` */
export function fetchToken(state: LakeState, {query}: Exchange): Answer {
  const token = state.people.exchange(query.get('sid') ?? '')
  if (!token) throw unauthorized()
  return {body: {token, label: 'studio'}}
}

/** `POST /auth/logout` */
export function logout(state: LakeState, {token}: Exchange): Answer {
  if (token !== undefined) state.people.signOut(token)
  return {body: {ok: true}}
}

/** `GET /users/me/keyvalue/:keys` */
export function settings(state: LakeState, {params, actor}: Exchange): Answer {
  if (!actor.person) throw unauthorized()
  const keys = (params['keys'] ?? '').split(',')
  return {
    body: keys.flatMap((key) => {
      const value = state.settings.get(`${actor.identity}/${key}`)
      return value === undefined ? [] : [{key, value}]
    }),
  }
}

/** `PUT /users/me/keyvalue` */
export async function putSettings(state: LakeState, {actor, body}: Exchange): Promise<Answer> {
  if (!actor.person) throw unauthorized()
  const pairs = await body()
  if (!Array.isArray(pairs)) throw badRequest('expected a list of {key, value}')
  const stored = pairs.filter(isRecord).flatMap(({key, value}) => {
    if (typeof key !== 'string') return []
    state.settings.set(`${actor.identity}/${key}`, value)
    return [{key, value, updatedAt: state.now().toISOString()}]
  })
  return {body: stored}
}

/** The roles as `/users/me` and the project list them. */
export function rolesOf({role}: LakePerson): {name: string; title: string; description: string}[] {
  if (role === null) return []
  return [{name: role, title: `${role.charAt(0).toUpperCase()}${role.slice(1)}`, description: ''}]
}

function publicProfile(person: LakePerson): unknown {
  const [givenName = '', ...family] = person.name.split(' ')
  return {
    id: person.id,
    sanityUserId: person.id,
    displayName: person.name,
    givenName,
    familyName: family.join(' '),
    email: person.email,
    imageUrl: null,
    provider: person.provider,
  }
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const {hostname, protocol} = new URL(address)
  return (
    protocol === 'http:' &&
    (hostname === 'localhost' || hostname === '127.0.0.1' || hostname.endsWith('.localhost'))
  )
}
