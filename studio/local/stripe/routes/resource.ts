import type {Books} from '../books.ts'
import type {Collection} from '../collection.ts'
import {reserved, type Filter} from '../filters.ts'
import {page} from '../page.ts'
import {refuseUnknown, type Parameters} from '../parameters.ts'
import type {Permission} from '../permissions.ts'
import type {Call, Route} from '../route.ts'
import {missingResource} from '../stripe-fault.ts'

export interface Resource<T> {
  path: string
  /** As refusals name it: `No such charge: …`. */
  noun: string
  /** What a refusal calls the id in the path; Stripe does not call it the same everywhere. */
  idParam: string
  permission: Permission
  of(books: Books): Collection<T>
  /** Every parameter of the list. */
  filters: Record<string, Filter<T> | typeof reserved>
  /** Set where objects grow too old to be listed. */
  keeps?: (item: T, now: number) => boolean
}

/** `GET /v1/things`, with paging and the resource's own filters; any other parameter is refused. */
export function listRoute<T extends {id: string}>(resource: Resource<T>): Route {
  return {
    method: 'GET',
    path: resource.path,
    permission: resource.permission,
    answer({books, parameters, now}) {
      refuseUnknown(parameters, Object.keys(resource.filters))
      const tests = testsOf(resource, parameters)
      return page({
        items: resource.of(books).newestFirst(),
        matches: (item) => resource.keeps?.(item, now) !== false && tests.every((passes) => passes(item)),
        parameters,
        noun: resource.noun,
        url: resource.path,
      })
    },
  }
}

/** `GET /v1/things/:id`. */
export function retrieveRoute<T>(resource: Resource<T>): Route {
  return {
    method: 'GET',
    path: `${resource.path}/:id`,
    permission: resource.permission,
    answer(call) {
      refuseUnknown(call.parameters, ['expand'])
      return found(call, resource)
    },
  }
}

/** The object that the path names, or Stripe's 404, which tells a live id from an unknown one. */
export function found<T>(
  {store, books, id}: Call,
  resource: Pick<Resource<T>, 'of' | 'noun' | 'idParam'>,
): T & object {
  const item = resource.of(books).get(id)
  if (item !== undefined && item !== null) return item
  const elsewhere = resource.of(store.books(books.account, !books.livemode)).get(id)
  throw missingResource(resource.noun, id, {
    param: resource.idParam,
    status: 404,
    otherMode: elsewhere === undefined ? undefined : books.livemode ? 'test' : 'live',
  })
}

function testsOf<T>({filters}: Resource<T>, parameters: Parameters): ((item: T) => boolean)[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const filter = filters[name]
    return filter === undefined || filter === reserved ? [] : [filter(value, name)]
  })
}
