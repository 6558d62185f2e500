import {useEffect, useState, useSyncExternalStore} from 'react'
import type {Resource, ResourceState} from '../../live/resource.ts'

/**
 * An answer that others ask for too: what they were told stands here at once, and is read again. Another question needs
 * another `key` on the component.
 *
 * @example const named = useSharedResource(() => schoolsOfStudent({client, schema}, student))
 */
export function useSharedResource<Value>(
  find: () => Resource<Value>,
): ResourceState<Value> & {refresh: () => void} {
  const [{subscribe, getSnapshot, refresh}] = useState(find)
  const [isOld] = useState(() => getSnapshot().state === 'ready')
  useEffect(() => {
    if (isOld) refresh()
  }, [isOld, refresh])
  return {...useSyncExternalStore(subscribe, getSnapshot), refresh}
}
