import {useRouter, type RouterState} from 'sanity/router'

/** Where in the tool somebody is: `/students/user-ada?school=school-oslo`. */
export type Place = {
  /** `mismatches`, `students`; empty at the tool's own address. */
  screen: string
  /** What is open on it, such as a student's id. */
  item: string | null
  /** Everything behind the question mark. */
  search: Record<string, string>
}

export type Route = Place & {
  /** Goes to a place; what is not named stays as it is, and `replace` leaves no step to come back to. */
  go: (to: Partial<Place>, options?: {replace?: boolean}) => void
  /** The address of a place, for a link. */
  pathTo: (to: Partial<Place>) => string
}

/**
 * The tool's address, read and written. For screens of the tool only: elsewhere it is somebody else's.
 *
 * @example const {item, go} = useRoute(); go({screen: 'students', item: 'user-ada'})
 */
export function useRoute(): Route {
  const router = useRouter()
  const place = placeOf(router.state)
  return {
    ...place,
    go: (to, {replace = false} = {}) => router.navigate(stateOf({...place, ...to}), {replace}),
    pathTo: (to) => router.resolvePathFromState(stateOf({...place, ...to})),
  }
}

function placeOf(state: RouterState): Place {
  const {screen, item, _searchParams: search = []} = state
  return {
    screen: typeof screen === 'string' ? screen : '',
    item: typeof item === 'string' && item !== '' ? item : null,
    search: Object.fromEntries(search),
  }
}

function stateOf({screen, item, search}: Place): RouterState {
  return {
    ...(screen === '' ? {} : {screen}),
    ...(item === null || screen === '' ? {} : {item}),
    _searchParams: Object.entries(search),
  }
}
