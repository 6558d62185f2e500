import {defineLocaleResourceBundle} from 'sanity'

export const NAMESPACE = 'stripe-passes'

/** The plugin's sentences, each language loaded when a screen first asks for it. */
export const localeBundles = [
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: NAMESPACE,
    resources: () => import('./en.ts').then(({en}) => en),
  }),
  defineLocaleResourceBundle({
    locale: 'nb-NO',
    namespace: NAMESPACE,
    resources: () => import('./nb.ts').then(({nb}) => nb),
  }),
]
