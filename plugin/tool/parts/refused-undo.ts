import type {Fault} from '../../core/contract/fault.ts'
import {fieldNamed} from '../../core/documents/read-written.ts'
import type {Text} from '../../i18n/use-text.ts'

/** Why an undo came too late, where the function said it. */
export function refusedUndo({code, detail}: Fault, text: Text): string | null {
  const {why, field} = detail
  if (code !== 'used_since') return null
  if (why === 'booked' || why === 'gone') return text(`undo.refused.${why}`)
  if (why !== 'edited' || field === undefined) return null
  const known = fieldNamed(field)
  return text('undo.refused.edited', {field: known === null ? field : text(`field.${known}`)})
}
