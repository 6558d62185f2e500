import {type ComponentType, createElement, type FunctionComponent, lazy} from 'react'
import {useCurrentLocale} from 'sanity'
import {languageOf} from '../i18n/language.ts'
import type * as lately from './lately.ts'

type Lately = typeof lately

let loaded: Lately | undefined

/** What is loaded when somebody stays at a document, with the sentences of it on their way beside. */
export async function loadLately(locale: string): Promise<Lately> {
  const [lately] = await Promise.all([import('./lately.ts'), languageOf(locale).then(({all}) => void all())])
  return (loaded = lately)
}

/**
 * A component of it. Where that is loaded already it stands at once: whoever waits, if only for a moment, waits for the
 * 300 ms too that React leaves between two things that were waited for.
 *
 * @example const PassesView = late((module) => module.PassesView)
 */
export function late<Props extends object>(
  pick: (module: Lately) => ComponentType<Props>,
): FunctionComponent<Props> {
  // Chosen once, when it is first drawn: another one in its place would begin anew.
  let Shown: ComponentType<Props> | undefined
  return function Late(props) {
    const {id} = useCurrentLocale()
    Shown ??= loaded ? pick(loaded) : lazy(async () => ({default: pick(await loadLately(id))}))
    return createElement(Shown, props)
  }
}
