import {createResource, type ResourceState} from '../../live/resource.ts'
import {useSharedResource} from './use-shared-resource.ts'

/**
 * An answer that is read once while a component is shown. Another question needs another `key` on the component:
 * then nothing of the old answer can be left on the screen.
 *
 * @example const overview = useResource(() => ask('overview', {}))
 */
export function useResource<Value>(read: () => Promise<Value>): ResourceState<Value> & {refresh: () => void} {
  return useSharedResource(() => createResource(read))
}
