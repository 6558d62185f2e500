import {screen} from '@testing-library/react'
import {createClient, type ClientConfig} from '@sanity/client'
import {defineConfig, type WorkspaceOptions} from 'sanity'
import {WITHOUT_SERVICES} from '../../../studio/demo-workspace.ts'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import type {FarSide} from './start-far-side.ts'

export const LOCAL = {useProjectHostname: false, ignoreBrowserTokenWarning: true} satisfies ClientConfig

/** A Studio over that lake, with nothing in it that asks of the outside. */
export function studioConfig(
  {lake}: Pick<FarSide, 'lake'>,
  has: Pick<WorkspaceOptions, 'i18n' | 'plugins' | 'tools'>,
) {
  const {projectId, dataset, url: apiHost} = lake
  return defineConfig({
    projectId,
    dataset,
    apiHost,
    unstable_clientFactory: (options) => createClient({...options, ...LOCAL}),
    auth: {loginMethod: 'token'},
    ...has,
    schema: {types: schemaTypes},
    ...WITHOUT_SERVICES,
  })
}

/**
 * Until its own bar is there, the Studio still changes what stands around a tool, and a tool begins anew. The first one of
 * a page is loaded for half a minute, and on a busy machine for minutes.
 */
export async function untilOpen(): Promise<void> {
  await screen.findByText('Open menu', {}, {timeout: 240_000})
}

/** A Studio that finds itself in Node keeps nothing in localStorage, but takes a token from the address. */
export function goTo(path: string, token: string): void {
  globalThis.history.replaceState(null, '', `${path}#token=${token}`)
}
