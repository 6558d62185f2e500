import type {LakePerson} from '../../studio/local/lake/start-lake.ts'

/** The school's own administrator. */
export const tove: LakePerson = {
  id: 'p-tove',
  name: 'Tove Haug',
  email: 'tove.haug@example.com',
  role: 'administrator',
  provider: 'google',
  token: 'token-of-tove-for-loopback-only',
}
/** A second one, who clicks at the same time. */
export const odd: LakePerson = {
  ...tove,
  id: 'p-odd',
  name: 'Odd Lunde',
  email: 'odd.lunde@example.com',
  token: 'token-of-odd-for-loopback-only',
}
/** The administrator of the other school. */
export const una: LakePerson = {
  ...tove,
  id: 'p-una',
  name: 'Una Koski',
  email: 'una.koski@example.com',
  token: 'token-of-una-for-loopback-only',
}
export const eve: LakePerson = {
  ...tove,
  id: 'p-eve',
  name: 'Eve Dahl',
  email: 'eve.dahl@example.com',
  role: 'editor',
  token: 'token-of-eve-for-loopback-only',
}
export const vic: LakePerson = {
  ...tove,
  id: 'p-vic',
  name: 'Vic Berge',
  email: 'vic.berge@example.com',
  role: 'viewer',
  token: 'token-of-vic-for-loopback-only',
}
/** A member of the organisation, without a role in the project. */
export const nora: LakePerson = {
  ...tove,
  id: 'p-nora',
  name: 'Nora Strand',
  email: 'nora.strand@example.com',
  role: null,
  token: 'token-of-nora-for-loopback-only',
}
export const robot: LakePerson = {
  id: 'p-robot',
  name: 'Passes function',
  email: 'robot@example.com',
  role: 'editor',
  provider: 'sanity-token',
  token: 'token-of-the-robot-for-loopback-only',
}

export const people = [tove, odd, una, eve, vic, nora, robot]

/** Who may act for which school: by person, and two roles. */
export const access = {
  'p-tove': ['tenantT'],
  'p-odd': ['tenantT'],
  'p-una': ['tenantU'],
  editor: ['tenantT'],
  viewer: ['tenantT'],
}
