import {createElement, lazy, use, useState, type ComponentType} from 'react'
import {notLoaded} from '../../core/contract/not-loaded.ts'
import {useLanguage} from '../../i18n/language.ts'

/** Something whose code is loaded when it is first shown, or ahead of that. */
export type Lately<Props extends object> = ComponentType<Props> & {ahead: () => Promise<void>}

/**
 * A component whose code is loaded when it is first shown; loaded ahead, it is there at once. Belongs into `Late`.
 *
 * @example const Details = lately(() => import('./Details.tsx').then((module) => module.Details))
 */
export function lately<Props extends object>(load: () => Promise<ComponentType<Props>>): Lately<Props> {
  let found: ComponentType<Props> | null = null
  let loading: Promise<ComponentType<Props>> | null = null

  const begin = (): Promise<ComponentType<Props>> => {
    loading ??= load().then(
      (component) => (found = component),
      (cause: unknown) => {
        throw notLoaded(cause)
      },
    )
    return loading
  }
  const OnItsWay = lazy(async () => ({default: await begin()}))

  function Part(props: Props) {
    // What it says is on its way beside its code.
    void use(useLanguage()).all()
    // Once and for all: what stands in the page would lose what was typed into it.
    const [Component] = useState<ComponentType<Props>>(() => found ?? OnItsWay)
    return createElement(Component, props)
  }

  return Object.assign(Part, {
    async ahead() {
      try {
        await begin()
      } catch (error) {
        // Nobody has opened it yet: whoever does asks anew.
        loading = null
        throw error
      }
    },
  })
}
