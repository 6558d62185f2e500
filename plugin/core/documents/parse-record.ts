import type {RepairRecord} from '../contract/repair.ts'
import {repairKind} from '../contract/repair.ts'
import {
  GarbledField,
  isShape,
  listIn,
  requiredTextIn,
  shapeIn,
  textIn,
  type Shape,
} from '../contract/shape.ts'
import {verdict} from '../contract/verdict-schema.ts'
import {requiredTimeIn} from './document-fields.ts'
import {noteIn} from './message-note.ts'

/**
 * A `passRepair` document as a record: what was done before, as far as judging needs it.
 *
 * @throws GarbledField where it is not one of ours
 */
export function parseRecord(document: Shape): RepairRecord {
  const kind = repairKind.safeParse(document['kind'])
  if (!kind.success) throw new GarbledField('kind')
  const actor = shapeIn(document, 'actor') ?? {}
  const judged = verdict.safeParse(document['verdict'])
  return {
    id: requiredTextIn(document, '_id'),
    payment: textIn(document, 'payment'),
    kind: kind.data,
    verdict: judged.success ? judged.data : null,
    entitlements: listIn(document, 'entitlements').flatMap((reference) => {
      const id = isShape(reference) ? reference['_ref'] : reference
      return typeof id === 'string' ? [id] : []
    }),
    actor: {
      id: textIn(actor, 'id', 'actor.id') ?? '',
      name: textIn(actor, 'name', 'actor.name') ?? '',
      via: textIn(actor, 'via', 'actor.via') ?? '',
    },
    at: requiredTimeIn(document, 'at'),
    reason: textIn(document, 'reason'),
    undoes: textIn(document, 'undoes'),
    fingerprint: textIn(document, 'fingerprint'),
    message: noteIn(document),
  }
}
