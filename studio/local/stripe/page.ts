import {integerOf, textOf, type Parameters} from './parameters.ts'
import {badRequest, missingResource} from './stripe-fault.ts'

interface PageRequest<T> {
  /** Already in the order of the list. */
  items: readonly T[]
  matches: (item: T) => boolean
  parameters: Parameters
  noun: string
  url: string
}

/** One page as Stripe cuts it: `limit` 1 to 100, after or before an object, and whether more follow. */
export function page<T extends {id: string}>({
  items,
  matches,
  parameters,
  noun,
  url,
}: PageRequest<T>): {
  object: 'list'
  data: T[]
  has_more: boolean
  url: string
} {
  const limit = limitOf(parameters)
  const after = textOf(parameters['starting_after'], 'starting_after')
  const before = textOf(parameters['ending_before'], 'ending_before')
  if (after !== undefined && before !== undefined) {
    throw badRequest('You may only specify one of these parameters: ending_before, starting_after.', {
      code: 'parameters_exclusive',
    })
  }
  const list = {object: 'list', url} as const
  if (before === undefined) {
    const from = after === undefined ? 0 : positionOf(items, after, noun, 'starting_after') + 1
    const found = take(items, matches, from, 1, limit + 1)
    return {...list, data: found.slice(0, limit), has_more: found.length > limit}
  }
  const until = positionOf(items, before, noun, 'ending_before')
  const found = take(items, matches, until - 1, -1, limit + 1)
  return {...list, data: found.slice(0, limit).toReversed(), has_more: found.length > limit}
}

function take<T>(
  items: readonly T[],
  matches: (item: T) => boolean,
  from: number,
  step: 1 | -1,
  most: number,
): T[] {
  const found: T[] = []
  for (let index = from; found.length < most; index += step) {
    const item = items[index]
    if (item === undefined) break
    if (matches(item)) found.push(item)
  }
  return found
}

function limitOf(parameters: Parameters): number {
  const limit = integerOf(parameters['limit'], 'limit') ?? 10
  const about = {param: 'limit', code: 'parameter_invalid_integer'}
  if (limit < 1) throw badRequest('This value must be greater than or equal to 1.', about)
  if (limit > 100) throw badRequest('This value must be less than or equal to 100.', about)
  return limit
}

function positionOf(items: readonly {id: string}[], id: string, noun: string, param: string): number {
  const position = items.findIndex((item) => item.id === id)
  if (position < 0) throw missingResource(noun, id, {param, status: 400})
  return position
}
