import {definePlugin} from 'sanity'
import {passesInspector} from './document/passes-inspector.ts'
import {localeBundles} from './i18n/locale-bundles.ts'
import {parseOptions, type StripePassesOptions} from './options.ts'
import {passRemarks} from './schema/pass-remarks.ts'
import {passRepair} from './schema/pass-repair.ts'
import {passesTool} from './tool/passes-tool.ts'

/** Types of the school platform whose documents show their payments and passes. */
const INSPECTED: ReadonlySet<string> = new Set(['user', 'subscription'])

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
  return {
    name: 'stripe-passes',
    tools: [passesTool(options)],
    schema: {types: [passRepair, passRemarks]},
    document: {
      actions: (before, {schemaType}) => (WRITTEN.has(schemaType) ? [] : before),
      newDocumentOptions: (before) => before.filter(({templateId}) => !WRITTEN.has(templateId)),
      inspectors: (before, {documentType}) => (INSPECTED.has(documentType) ? [...before, inspector] : before),
    },
    i18n: {bundles: localeBundles},
  }
})
