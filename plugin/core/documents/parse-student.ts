import {harmlessText} from '../contract/harmless-text.ts'
import {textIn, type Shape} from '../contract/shape.ts'
import type {Student} from '../contract/student.ts'
import {headOf, referenceIn} from './document-fields.ts'

/**
 * A `user` document as a student, whatever the role.
 *
 * @throws GarbledField where an id, a time or a reference is missing or of the wrong type
 */
export function parseStudent(document: Shape): Student {
  const {id, rev, createdAt} = headOf(document)
  const name = textIn(document, 'name')
  const email = textIn(document, 'email')?.trim().toLowerCase() ?? ''
  return {
    id,
    rev,
    createdAt,
    clerkId: textIn(document, 'clerkId'),
    email: email === '' ? null : email,
    name: name === null ? null : harmlessText(name),
    role: textIn(document, 'role'),
    school: referenceIn(document, 'tenant'),
    active: document['isActive'] !== false,
  }
}
