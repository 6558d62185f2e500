import {canonicalJson} from './canonical-json.ts'

/** Whether two values say the same, in whichever order their keys stand. An absent field and a null one do. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}
