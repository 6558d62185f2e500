import {keptRecord, subject, type KeptRecord} from '../contract/repair.ts'
import {GarbledField, isShape, listIn, shapeIn, textIn, type Shape} from '../contract/shape.ts'
import {reason} from '../contract/verdict-schema.ts'
import {referenceIn} from './document-fields.ts'
import {parseRecord} from './parse-record.ts'
import {writtenBy} from './written-by.ts'

/**
 * A whole `passRepair` document, for whoever wants to see what was done or take it back.
 *
 * @param undoneBy the record that took it back and still stands
 * @throws GarbledField where it is not one of ours
 */
export function parseKeptRecord(document: Shape, undoneBy: string | null): KeptRecord {
  const record = parseRecord(document)
  const about = subject.safeParse(document['subject'])
  const before = textIn(document, 'before') ?? '{}'
  const after = textIn(document, 'after') ?? '{}'
  const written = writtenBy({before, after})
  const isWorthUndoing = record.kind === 'dismiss' || (written !== null && written.length > 0)
  return keptRecord.parse({
    ...record,
    subject: about.success ? about.data : null,
    student: shapeIn(document, 'student') === null ? null : referenceIn(document, 'student'),
    account: textIn(document, 'account'),
    reasons: listIn(document, 'reasons').filter((one) => reason.safeParse(one).success),
    batch: textIn(document, 'batch'),
    plan: textIn(document, 'plan'),
    before,
    after,
    undoneBy,
    undoable: undoneBy === null && isWorthUndoing,
  } satisfies Record<keyof KeptRecord, unknown>)
}

/** The school whose record it is; null where the reference is damaged. */
export function schoolOfRecord(document: Shape): string | null {
  try {
    const school = document['school']
    return isShape(school) ? referenceIn(document, 'school') : null
  } catch (error) {
    if (error instanceof GarbledField) return null
    throw error
  }
}
