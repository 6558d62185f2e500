import type {Access} from './access.ts'
import type {Books} from './books.ts'
import type {Parameters} from './parameters.ts'
import type {Ids} from './objects/ids.ts'
import type {Permission} from './permissions.ts'
import type {Store} from './store.ts'
import type {Emit} from './events.ts'

/** One admitted request, as a route sees it. */
export interface Call {
  store: Store
  books: Books
  access: Access
  /** From the query, or the form of a POST. */
  parameters: Parameters
  /** The part of the path that stands for `:id`. */
  id: string
  /** Unix seconds. */
  now: number
  ids: Ids
  emit: Emit
}

export interface Route {
  method: 'GET' | 'POST'
  /** As Stripe's reference writes it, such as `/v1/charges/:id`. */
  path: string
  /** What a restricted key needs; none: every key may. */
  permission: Permission | null
  answer(call: Call): object | Promise<object>
}
