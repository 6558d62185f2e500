import {isRecord} from './lake-document.ts'

/** The operations of the mendoza format that are enough to say what changed, field by field. */
const value = 0
const pushFieldCopy = 10
const pushFieldBlank = 11
const pushElementCopy = 12
const returnIntoObjectSameKeyPop = 15
const returnIntoArrayPop = 16
const objectSetFieldValue = 17
const objectDeleteField = 19
const arrayAppendValue = 20
const arrayAppendSlice = 21

/**
 * The steps from one value to another in mendoza's form, as listeners and the history get them. Unchanged
 * fields and array items keep their place, so that the Studio can say who wrote each of them.
 */
export function mendozaPatch(before: unknown, after: unknown): unknown[] {
  if (equal(before, after)) return []
  if (isRecord(before) && isRecord(after)) return objectPatch(before, after)
  return [value, after]
}

function objectPatch(before: Record<string, unknown>, after: Record<string, unknown>): unknown[] {
  const keys = Object.keys(before).sort()
  const patch: unknown[] = []
  for (const [index, key] of keys.entries()) {
    const next = after[key]
    const previous = before[key]
    if (!Object.hasOwn(after, key) || equal(previous, next)) continue
    if (isRecord(previous) && isRecord(next)) {
      patch.push(pushFieldCopy, index, ...objectPatch(previous, next), returnIntoObjectSameKeyPop)
    } else if (Array.isArray(previous) && Array.isArray(next) && next.length > 0) {
      patch.push(pushFieldBlank, index, ...arrayPatch(previous, next), returnIntoObjectSameKeyPop)
    } else {
      patch.push(objectSetFieldValue, next, key)
    }
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) patch.push(objectSetFieldValue, after[key], key)
  }
  for (const [index, key] of keys.entries()) {
    if (!Object.hasOwn(after, key)) patch.push(objectDeleteField, index)
  }
  return patch
}

/** Builds the array anew: items that were there, by key or by place, are carried over. */
function arrayPatch(before: unknown[], after: unknown[]): unknown[] {
  const patch: unknown[] = []
  for (const [place, item] of after.entries()) {
    const index = sourceOf(item, place, before)
    const previous = before[index]
    if (index < 0) patch.push(arrayAppendValue, item)
    else if (equal(previous, item)) patch.push(arrayAppendSlice, index, index + 1)
    else if (isRecord(previous) && isRecord(item)) {
      patch.push(pushElementCopy, index, ...objectPatch(previous, item), returnIntoArrayPop)
    } else patch.push(arrayAppendValue, item)
  }
  return patch
}

function sourceOf(item: unknown, place: number, before: unknown[]): number {
  const key = isRecord(item) ? item['_key'] : undefined
  if (typeof key === 'string') return before.findIndex((other) => isRecord(other) && other['_key'] === key)
  return place < before.length ? place : -1
}

function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equal(item, right[index]))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]))
  )
}
