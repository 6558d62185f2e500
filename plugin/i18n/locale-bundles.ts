import type {StaticLocaleResourceBundle} from 'sanity'
import {start as en} from './en/start.ts'
import {start as nb} from './nb/start.ts'

/** Where a Studio finds the plugin's sentences, and where a school puts its own in their place. */
export const NAMESPACE = 'stripe-passes'

// A Studio loads whatever stands in a bundle when it starts: so only what it says from its start does.
export const localeBundles: StaticLocaleResourceBundle[] = [
  {locale: 'en-US', namespace: NAMESPACE, resources: en},
  {locale: 'nb-NO', namespace: NAMESPACE, resources: nb},
]
