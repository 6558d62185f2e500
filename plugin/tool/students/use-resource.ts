import {useState, useSyncExternalStore} from 'react'
import {createResource, type ResourceState} from '../../live/resource.ts'

/**
 * An answer that is read once while a component is shown. Another question needs another `key` on the component:
 * then nothing of the old answer can be left on the screen.
 *
 * @example const overview = useResource(() => ask('overview', {}))
 */
export function useResource<Value>(read: () => Promise<Value>): ResourceState<Value> & {refresh: () => void} {
  const [resource] = useState(() => createResource(read))
  const state = useSyncExternalStore(resource.subscribe, resource.getSnapshot)
  return {...state, refresh: resource.refresh}
}
