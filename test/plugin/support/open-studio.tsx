import {createClient} from '@sanity/client'
import {cleanup, render} from '@testing-library/react'
import {type LocaleResourceBundle, Studio} from 'sanity'
import {structureTool} from 'sanity/structure'
import {onTestFinished} from 'vitest'
import {type Documents, passesView, stripePasses} from '../../../plugin/index.ts'
import {documentNode, structure} from '../../../studio/structure.ts'
import {startFarSide} from './start-far-side.ts'
import {goTo, LOCAL, studioConfig, untilOpen} from './studio-config.ts'

type OpenOptions = {
  as?: string
  documents?: Documents
  /** The school's own words. */
  bundles?: LocaleResourceBundle[]
}

/**
 * The real Studio with the plugin at an address, over a lake, a Stripe and a function of this test's own.
 *
 * @example const {write, walk} = await openStudio('/passes/students', {as: 'p-sanna'})
 */
export async function openStudio(path: string, {as = 'p-ingrid', documents, bundles = []}: OpenOptions = {}) {
  const {close, ...far} = await startFarSide()
  onTestFinished(close)
  const {projectId, dataset, url: apiHost} = far.lake
  const token = far.tokens[as] ?? ''
  goTo(path, token)
  const config = studioConfig(far, {
    plugins: [
      structureTool({structure, defaultDocumentNode: documentNode(passesView)}),
      stripePasses({endpoint: far.endpoint, ...(documents && {documents})}),
    ],
    i18n: {bundles},
  })
  const view = render(<Studio config={config} />)
  onTestFinished(cleanup)
  await untilOpen()
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
