import {hashOf, integerOf, refuseUnknown, textOf, textsOf, type Parameter} from './parameters.ts'
import {badRequest} from './stripe-fault.ts'

/** Reads one parameter of a list, and says which objects it lets through. */
export type Filter<T> = (value: Parameter, param: string) => (item: T) => boolean

/** Names that every list has and that choose no objects. */
export const reserved = 'reserved'

/** One entry for each parameter of the SDK's own list type: a missing or extra one does not compile. */
export type FilterTable<T, Params> = Record<keyof Params, Filter<T> | typeof reserved>

/** `created`, exact or as a range. */
export function createdRange(value: Parameter, param: string): (item: {created: number}) => boolean {
  if (typeof value === 'string') {
    const exact = integerOf(value, param)
    return (item) => item.created === exact
  }
  refuseUnknown(value, ['gt', 'gte', 'lt', 'lte'], param)
  const gt = integerOf(value['gt'], `${param}[gt]`) ?? -Infinity
  const gte = integerOf(value['gte'], `${param}[gte]`) ?? -Infinity
  const lt = integerOf(value['lt'], `${param}[lt]`) ?? Infinity
  const lte = integerOf(value['lte'], `${param}[lte]`) ?? Infinity
  return ({created}) => created > gt && created >= gte && created < lt && created <= lte
}

/** A field that holds an id, or the object with it, or null. */
export function sameId<T>(read: (item: T) => string | {id: string} | null | undefined): Filter<T> {
  return (value, param) => {
    const wanted = textOf(value, param)
    return (item) => {
      const held = read(item)
      return (typeof held === 'object' ? held?.id : held) === wanted
    }
  }
}

export function oneOf<T>(allowed: readonly string[], read: (item: T) => string | null): Filter<T> {
  return (value, param) => {
    const wanted = textOf(value, param) ?? ''
    if (!allowed.includes(wanted)) {
      throw badRequest(`Invalid ${param}: must be one of ${allowed.join(', ')}`, {param})
    }
    return (item) => read(item) === wanted
  }
}

export function flag<T>(read: (item: T) => boolean | null): Filter<T> {
  return (value, param) => {
    const text = textOf(value, param)
    if (text !== 'true' && text !== 'false') throw badRequest(`Invalid boolean: ${String(text)}`, {param})
    return (item) => (read(item) ?? false) === (text === 'true')
  }
}

export function amongTexts<T>(read: (item: T) => string, most = Infinity): Filter<T> {
  return (value, param) => {
    const texts = textsOf(value, param) ?? []
    if (texts.length > most) throw badRequest(`Array must have at most ${most} elements`, {param})
    const wanted = new Set(texts)
    return (item) => wanted.has(read(item))
  }
}

/** A hash with one name in it, such as `customer_details[email]`. */
export function nestedText<T>(name: string, read: (item: T) => string | null): Filter<T> {
  return (value, param) => {
    const hash = hashOf(value, param) ?? {}
    refuseUnknown(hash, [name], param)
    const wanted = textOf(hash[name], `${param}[${name}]`)
    return (item) => read(item) === wanted
  }
}

/** Nothing here has such a field; the filter is accepted and finds nothing. */
export const nothing: Filter<unknown> = () => () => false
