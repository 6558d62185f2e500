import type {Route} from './route.ts'

/** The route for a method and path, with what stands for `:id`; undefined when nothing answers. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): {route: Route; id: string} | undefined {
  const given = path.split('/')
  for (const route of routes) {
    if (route.method !== method) continue
    const wanted = route.path.split('/')
    if (wanted.length !== given.length) continue
    if (!wanted.every((part, index) => part === ':id' || part === given[index])) continue
    const id = given[wanted.indexOf(':id')] ?? ''
    if (wanted.includes(':id') && id === '') continue
    return {route, id: decodeURIComponent(id)}
  }
  return undefined
}
