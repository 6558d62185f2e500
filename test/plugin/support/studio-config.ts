import {createClient, type ClientConfig} from '@sanity/client'
import {defineConfig, type PluginOptions, type Tool} from 'sanity'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import type {FarSide} from './start-far-side.ts'

const off = {enabled: false}
export const LOCAL = {useProjectHostname: false, ignoreBrowserTokenWarning: true} satisfies ClientConfig

/** A Studio over that lake, with nothing in it that asks of the outside. */
export function studioConfig({lake}: Pick<FarSide, 'lake'>, has: {plugins: PluginOptions[]; tools?: Tool[]}) {
  const {projectId, dataset, url: apiHost} = lake
  return defineConfig({
    projectId,
    dataset,
    apiHost,
    unstable_clientFactory: (options) => createClient({...options, ...LOCAL}),
    auth: {loginMethod: 'token'},
    ...has,
    schema: {types: schemaTypes},
    announcements: off,
    apps: {canvas: off},
    document: {comments: off},
    mediaLibrary: off,
    releases: off,
    scheduledDrafts: off,
    scheduledPublishing: off,
    tasks: off,
  })
}

/** A Studio that finds itself in Node keeps nothing in localStorage, but takes a token from the address. */
export function goTo(path: string, token: string): void {
  globalThis.history.replaceState(null, '', `${path}#token=${token}`)
}
