import {definePlugin} from 'sanity'
import {passesInspector} from './document/passes-inspector.ts'
import {localeBundles} from './i18n/locale-bundles.ts'
import {parseOptions, type StripePassesOptions} from './options.ts'
import {passRepair} from './schema/pass-repair.ts'
import {passesTool} from './tool/passes-tool.ts'

/** Types of the school platform whose documents show their payments and passes. */
const INSPECTED: ReadonlySet<string> = new Set(['user', 'subscription'])

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
    schema: {types: [passRepair]},
    document: {
      // The record of a repair is the function's to write, and nobody's to change.
      actions: (before, {schemaType}) => (schemaType === passRepair.name ? [] : before),
      newDocumentOptions: (before) => before.filter(({templateId}) => templateId !== passRepair.name),
      inspectors: (before, {documentType}) => (INSPECTED.has(documentType) ? [...before, inspector] : before),
    },
    i18n: {bundles: localeBundles},
  }
})
