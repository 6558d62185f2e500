import {isShape, type Shape} from '../contract/shape.ts'

/** What stands at a dotted name; undefined where nothing does. */
export function valueAt(document: Shape, path: string): unknown {
  let value: unknown = document
  for (const name of path.split('.')) value = isShape(value) ? value[name] : undefined
  return value
}

/** Puts a value where a dotted name says, making the objects that it lies in. */
export function putAt(document: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    document[name] = value
    return
  }
  const held = document[name]
  const inner: Record<string, unknown> = isShape(held) ? {...held} : {}
  document[name] = inner
  putAt(inner, rest.join('.'), value)
}
