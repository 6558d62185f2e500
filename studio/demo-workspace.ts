import type {WorkspaceOptions} from 'sanity'

/** Names in the demo only: no such project exists. */
export const DEMO_PROJECT = 'demo'
export const DEMO_DATASET = 'production'

type DemoWorkspace = Pick<WorkspaceOptions, 'projectId' | 'dataset' | 'apiHost'>

/**
 * The Studio against the Content Lake that `npm start` serves beside it. The port is read from the page, because
 * a built Studio is used again when the next start has to take another one.
 */
export function demoWorkspace() {
  const {port} = globalThis.location ?? {port: ''}
  return {
    projectId: DEMO_PROJECT,
    dataset: DEMO_DATASET,
    apiHost: `http://localhost:${port}`,
    tasks: {enabled: false},
    releases: {enabled: false},
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    announcements: {enabled: false},
    mediaLibrary: {enabled: false},
  }
}
