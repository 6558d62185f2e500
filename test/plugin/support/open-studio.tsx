import {createClient, type ClientConfig} from '@sanity/client'
import {cleanup, render, screen} from '@testing-library/react'
import {defineConfig, Studio} from 'sanity'
import {structureTool} from 'sanity/structure'
import {onTestFinished} from 'vitest'
import {type Documents, passesView, stripePasses} from '../../../plugin/index.ts'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import {documentNode, structure} from '../../../studio/structure.ts'
import {startFarSide} from './start-far-side.ts'

const off = {enabled: false}
const LOCAL = {useProjectHostname: false, ignoreBrowserTokenWarning: true} satisfies ClientConfig

/**
 * The real Studio with the plugin at an address, over a lake, a Stripe and a function of this test's own.
 *
 * @example const {write, walk} = await openStudio('/passes/students', {as: 'p-sanna'})
 */
export async function openStudio(
  path: string,
  {as = 'p-ingrid', documents}: {as?: string; documents?: Documents} = {},
) {
  const far = await startFarSide()
  const {projectId, dataset, url: apiHost} = far.lake
  const token = far.tokens[as] ?? ''
  // A Studio that finds itself in Node keeps nothing in localStorage, but takes a token from the address.
  globalThis.history.replaceState(null, '', `${path}#token=${token}`)
  const config = defineConfig({
    projectId,
    dataset,
    apiHost,
    unstable_clientFactory: (options) => createClient({...options, ...LOCAL}),
    auth: {loginMethod: 'token'},
    plugins: [
      structureTool({structure, defaultDocumentNode: documentNode(passesView)}),
      stripePasses({endpoint: far.endpoint, ...(documents && {documents})}),
    ],
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
  const view = render(<Studio config={config} />)
  onTestFinished(cleanup)
  // Until its own bar is there, the Studio still changes what stands around a tool, and a tool begins anew.
  await screen.findByText('Open menu')
  return {
    ...view,
    ...far,
    /** Somebody else at work in the same dataset. */
    write: createClient({
      ...LOCAL,
      projectId,
      dataset,
      apiHost,
      token,
      useCdn: false,
      apiVersion: '2025-02-19',
    }),
  }
}
