import {useEffect, useSyncExternalStore} from 'react'
import {createNameBook, type Named} from '../live/name-book.ts'
import {usePasses} from './passes-context.ts'
import {perSession} from './per-session.ts'

const nameBookOf = perSession(({readNames}) => createNameBook(readNames))

/**
 * What documents are called, by id. One whose name is not known yet, or that is gone, is not among them.
 *
 * @example const names = useNames([record.student]); names.get(record.student)?.name
 */
export function useNames(ids: readonly string[]): ReadonlyMap<string, Named> {
  const names = nameBookOf(usePasses())
  const wanted = ids.join('\n')
  useEffect(() => names.want(wanted === '' ? [] : wanted.split('\n')), [names, wanted])
  return useSyncExternalStore(names.subscribe, names.getSnapshot)
}
