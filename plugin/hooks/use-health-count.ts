import {useSyncExternalStore} from 'react'
import {usePasses} from './passes-context.ts'

const nobody = () => () => undefined
const unknown = () => null

/**
 * How many findings of a school's Health need mending, as far as it is known without opening Health; null while it is
 * not.
 *
 * @example const count = useHealthCount(school?.id ?? null)
 */
export function useHealthCount(school: string | null): number | null {
  const {health} = usePasses()
  const book = school === null ? null : health(school)
  return useSyncExternalStore(book?.subscribe ?? nobody, book?.getSnapshot ?? unknown)
}
