import {rolesOf} from './account-routes.ts'
import type {Answer, Exchange} from './exchange.ts'
import {apiError, unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'

/** `GET /projects/:id` */
export function project(state: LakeState, exchange: Exchange): Answer {
  demandMember(exchange)
  demandProject(state, exchange)
  return {
    body: {
      id: state.projectId,
      displayName: 'Demo school',
      studioHost: null,
      organizationId: null,
      organization: null,
      metadata: {},
      isBlocked: false,
      isDisabled: false,
      isDisabledByUser: false,
      maxRetentionDays: 90,
      activityFeedEnabled: false,
      createdAt: '2025-01-01T00:00:00.000Z',
      features: [],
      members: state.people.list().map((person) => ({
        id: person.id,
        createdAt: '2025-01-01T00:00:00.000Z',
        updatedAt: '2025-01-01T00:00:00.000Z',
        isCurrentUser: person.id === exchange.actor.identity,
        isRobot: person.provider === 'sanity-token',
        role: person.role ?? '',
        roles: rolesOf(person),
      })),
    },
  }
}

/** `GET /projects/:id/datasets` */
export function datasets(state: LakeState, exchange: Exchange): Answer {
  demandMember(exchange)
  demandProject(state, exchange)
  // The Studio asks for the dataset of comments this way: there is none.
  if (exchange.query.get('datasetProfile') !== null) return {body: []}
  return {
    body: [
      {
        name: state.dataset,
        aclMode: state.visibility,
        createdAt: '2025-01-01T00:00:00.000Z',
        datasetProfile: 'content',
        features: [],
        tags: [],
        addonFor: null,
      },
    ],
  }
}

/** `GET /projects/:id/datasets/:name/acl`: what the Studio shows as read-only it reads here. */
export function acl(_state: LakeState, {actor}: Exchange): Answer {
  return {body: actor.grants}
}

/** `GET /projects/:id/grants`: what may be done to the project itself, not to its documents. */
export function projectGrants(_state: LakeState, {actor}: Exchange): Answer {
  const {person} = actor
  if (!person) throw unauthorized()
  const access = (name: string): unknown => [{grants: [{name, params: {}}], config: {}}]
  const manages = person.role === 'administrator'
  return {
    body: {
      'sanity.project': access(manages ? 'manage' : 'read'),
      ...(person.role === null ? {} : {'sanity.project.members': access('read')}),
      ...(person.role === 'viewer' || person.role === null
        ? {}
        : {
            'sanity.document.filter.mode': [{grants: [{name: 'mode', params: {mode: 'update'}}], config: {}}],
          }),
    },
  }
}

/** `GET /projects/:id/roles` */
export function roles(_state: LakeState, exchange: Exchange): Answer {
  demandMember(exchange)
  const names = ['administrator', 'editor', 'viewer']
  return {
    body: names.map((name) => ({
      name,
      title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      description: '',
      isCustom: false,
      appliesToUsers: true,
      appliesToRobots: true,
    })),
  }
}

/** Plans, trials, announcements, schedules: a project that has none of them. */
export const none = {
  list: (): Answer => ({body: []}),
  object: (): Answer => ({body: {}}),
  null: (): Answer => ({body: null}),
}

/** `GET /intake/telemetry-status`: nothing is collected here. */
export function telemetryStatus(): Answer {
  return {body: {status: 'denied'}}
}

/** `GET /ping` */
export function ping(): Answer {
  return {body: 'PONG', headers: {'content-type': 'text/plain; charset=utf-8'}}
}

/** `GET /check/cors` */
export function cors(): Answer {
  return {body: {result: {allowed: true, withCredentials: true}}}
}

function demandMember({actor}: Exchange): void {
  if (!actor.person) throw unauthorized()
}

function demandProject(state: LakeState, {params}: Exchange): void {
  if (params['project'] !== state.projectId) throw apiError(404, 'Not Found', 'Project not found')
}
