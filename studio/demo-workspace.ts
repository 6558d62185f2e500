/** Names of the demo only: there is no such project at Sanity. */
export const DEMO_PROJECT = 'demo'
export const DEMO_DATASET = 'production'

/** Under this name the demo's Studio has the members' schema. */
export const MEMBERS_HOST = 'members.localhost'

export function isMembersPage(): boolean {
  return globalThis.location.hostname === MEMBERS_HOST
}

const off = {enabled: false}

/** A Studio's settings without what needs Sanity's own services. */
export const WITHOUT_SERVICES = {
  announcements: off,
  apps: {canvas: off},
  document: {comments: off},
  mediaLibrary: off,
  releases: off,
  scheduledDrafts: off,
  scheduledPublishing: off,
  tasks: off,
}

/**
 * The Studio over the Content Lake that `npm start` serves beside it, without what needs Sanity's own services.
 * The port is read from the page: one built Studio serves every start, whatever port it got.
 */
export function demoWorkspace() {
  return {
    projectId: DEMO_PROJECT,
    dataset: DEMO_DATASET,
    apiHost: `http://localhost:${globalThis.location.port}`,
    ...WITHOUT_SERVICES,
  }
}
