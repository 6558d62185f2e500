import type {Answer, Exchange} from './exchange.ts'
import {isRecord} from './lake-document.ts'
import {unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'

/** Somebody who may not (edit, or see at all) asks those who may. */
export type AccessRequest = {
  id: string
  resourceId: string
  resourceType: 'project'
  type: string
  status: 'pending'
  note: string
  createdAt: string
  requestedByUserId: string
}

/** `GET /access/project/:project/requests/state`: the form may be offered. */
export function accessState(): Answer {
  return {body: {state: 'eligible'}}
}

/** `GET /access/requests/me` */
export function myAccessRequests(state: LakeState, {actor}: Exchange): Answer {
  return {body: state.accessRequests.filter((request) => request.requestedByUserId === actor.identity)}
}

/** `POST /access/project/:project/requests`: kept, and answered by nobody. */
export async function requestAccess(state: LakeState, {actor, body, params}: Exchange): Promise<Answer> {
  if (!actor.person) throw unauthorized()
  const asked = await body()
  const {type, note} = isRecord(asked) ? asked : {}
  const request: AccessRequest = {
    id: `request-${state.accessRequests.length + 1}`,
    resourceId: params['project'] ?? state.projectId,
    resourceType: 'project',
    type: typeof type === 'string' ? type : 'access',
    status: 'pending',
    note: typeof note === 'string' ? note : '',
    createdAt: state.now().toISOString(),
    requestedByUserId: actor.identity,
  }
  state.accessRequests.push(request)
  return {body: request}
}
