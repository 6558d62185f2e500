import {defineLocaleResourceBundle} from 'sanity'

/** What opening the tool says, and what is said by what somebody opens then: the list waits for the first only. */
export const FIRST = 'stripe-passes'
export const LATER = 'stripe-passes-later'

const ENGLISH = 'en-US'
const NORWEGIAN = 'nb-NO'

/** The plugin's sentences, those of each language loaded when a screen first asks for them. */
export const localeBundles = [
  defineLocaleResourceBundle({
    locale: ENGLISH,
    namespace: FIRST,
    resources: () => import('./first-en.ts').then((module) => module.firstEn),
  }),
  defineLocaleResourceBundle({
    locale: ENGLISH,
    namespace: LATER,
    resources: () => import('./later-en.ts').then((module) => module.laterEn),
  }),
  defineLocaleResourceBundle({
    locale: NORWEGIAN,
    namespace: FIRST,
    resources: () => import('./first-nb.ts').then((module) => module.firstNb),
  }),
  defineLocaleResourceBundle({
    locale: NORWEGIAN,
    namespace: LATER,
    resources: () => import('./later-nb.ts').then((module) => module.laterNb),
  }),
]
