import {useEffect, useSyncExternalStore} from 'react'
import type {Named} from '../live/name-book.ts'
import {usePasses} from './passes-context.ts'

/**
 * What documents are called, by id. One whose name is not known yet, or that is gone, is not among them.
 *
 * @example const names = useNames([record.student]); names.get(record.student)?.name
 */
export function useNames(ids: readonly string[]): ReadonlyMap<string, Named> {
  const {names} = usePasses()
  const wanted = ids.join('\n')
  useEffect(() => names.want(wanted === '' ? [] : wanted.split('\n')), [names, wanted])
  return useSyncExternalStore(names.subscribe, names.getSnapshot)
}
