import {badRequest, unknownParameters} from './stripe-fault.ts'

/** Parameters as Stripe writes them in a query or a form: text, in brackets for lists and hashes. */
export type Parameter = string | Parameters
export interface Parameters {
  [name: string]: Parameter
}

/**
 * Reads `created[gte]=1&expand[0]=data.line_items` into nested names. A list is a hash whose names are its
 * positions; `expand[]=a&expand[]=b` counts them itself.
 */
export function parseParameters(source: URLSearchParams): Parameters {
  const root: Parameters = Object.create(null)
  for (const [name, value] of source) {
    const path = [...name.matchAll(/^[^[\]]+|\[([^[\]]*)\]/g)].map((part) => part[1] ?? part[0])
    if (path.length === 0) throw badRequest(`Invalid parameter name: ${name}`)
    place(root, path, value)
  }
  return root
}

function place(into: Parameters, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path
  const name = head === '' ? String(Object.keys(into).length) : head
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const held = into[name]
  const inner: Parameters = typeof held === 'object' ? held : Object.create(null)
  into[name] = inner
  place(inner, rest, value)
}

/** Refuses every name that is not among the allowed ones. */
export function refuseUnknown(given: Parameters, allowed: Iterable<string>, within?: string): void {
  const known = new Set(allowed)
  const unknown = Object.keys(given).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw unknownParameters(unknown.map((name) => (within === undefined ? name : `${within}[${name}]`)))
}

export function textOf(value: Parameter | undefined, param: string): string | undefined {
  if (typeof value === 'object') throw badRequest(`Invalid string: ${JSON.stringify(value)}`, {param})
  return value
}

export function integerOf(value: Parameter | undefined, param: string): number | undefined {
  const text = textOf(value, param)
  if (text === undefined) return undefined
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`Invalid integer: ${text}`, {param, code: 'parameter_invalid_integer'})
  }
  return Number(text)
}

export function hashOf(value: Parameter | undefined, param: string): Parameters | undefined {
  if (typeof value === 'string') throw badRequest('Invalid object', {param})
  return value
}

export function listOf(value: Parameter | undefined, param: string): Parameter[] | undefined {
  if (typeof value === 'string') throw badRequest('Invalid array', {param})
  return value === undefined ? undefined : Object.values(value)
}

export function textsOf(value: Parameter | undefined, param: string): string[] | undefined {
  return listOf(value, param)?.map((each, index) => textOf(each, `${param}[${index}]`) ?? '')
}
