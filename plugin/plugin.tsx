import {definePlugin} from 'sanity'
import {passesAction} from './document/passes-action.ts'
import {passesBadge} from './document/passes-badge.ts'
import {passesInspector} from './document/passes-inspector.ts'
import {localeBundles} from './i18n/locale-bundles.ts'
import {parseOptions, type StripePassesOptions} from './options.ts'
import {checkedLayout} from './schema/checked-layout.ts'
import {documentTypes} from './schema/document-types.ts'
import {passRemarks, passRemarksOf} from './schema/pass-remarks.ts'
import {passRepair, passRepairOf} from './schema/pass-repair.ts'
import {passesTool} from './tool/passes-tool.ts'

/** The function's to write, and nobody's to change. */
const WRITTEN: ReadonlySet<string> = new Set([passRepair.name, passRemarks.name])

/**
 * Shows each student's passes beside their Stripe payments, with what does not agree, and mends it in one click.
 *
 * @example
 * export default defineConfig({
 *   plugins: [stripePasses({endpoint: process.env.SANITY_STUDIO_PASSES_ENDPOINT})],
 *   auth: {loginMethod: 'token'},
 * })
 */
export const stripePasses = definePlugin<StripePassesOptions>((given) => {
  const options = parseOptions(given)
  const inspector = passesInspector(options)
  const {documents} = options
  const types = documentTypes(documents)
  /** Whose documents show their payments and passes. */
  const inspected = new Set([types.student, types.entitlement])
  const badge = passesBadge(options)
  const action = passesAction(options)
  /** Whether a document shows by itself what is known of its payments and passes. */
  const isGlanced = (type: string, id: string | undefined) =>
    options.badges && id !== undefined && inspected.has(type)
  return {
    name: 'stripe-passes',
    tools: [passesTool(options)],
    schema: {types: [passRepairOf(types), passRemarksOf(types)]},
    document: {
      actions(before, {schemaType, documentId}) {
        if (WRITTEN.has(schemaType)) return []
        return isGlanced(schemaType, documentId) ? [...before, action] : before
      },
      badges: (before, {schemaType, documentId}) =>
        isGlanced(schemaType, documentId) ? [...before, badge] : before,
      newDocumentOptions: (before) => before.filter(({templateId}) => !WRITTEN.has(templateId)),
      inspectors: (before, {documentType}) => (inspected.has(documentType) ? [...before, inspector] : before),
    },
    i18n: {bundles: localeBundles},
    ...(documents && {studio: {components: {layout: checkedLayout(documents)}}}),
  }
})
