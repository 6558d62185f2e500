import type {Pass} from '../contract/pass.ts'
import {GarbledField, numberIn, textIn, type Shape} from '../contract/shape.ts'
import {headOf, referenceIn, storedTimeIn} from './document-fields.ts'

/**
 * A `pass` document as a pass. `garbled` names the first field of the wrong type, which then counts as absent: the
 * pass is still there, and a payment for it must not read "deleted".
 *
 * @throws GarbledField where not even its identity can be read
 */
export function parsePass(document: Shape, zone: string): {pass: Pass; garbled: string | null} {
  const {id, rev, updatedAt} = headOf(document)
  let garbled: string | null = null
  const lenient = <Value>(read: () => Value | null): Value | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof GarbledField)) throw error
      garbled ??= error.field
      return null
    }
  }
  const pass: Pass = {
    id,
    rev,
    updatedAt,
    name: lenient(() => textIn(document, 'name')),
    type: lenient(() => textIn(document, 'type')),
    price: lenient(() => numberIn(document, 'price')),
    validity: lenient(() => textIn(document, 'validityType')),
    validityDays: lenient(() => numberIn(document, 'validityDays')),
    expiry: lenient(() => storedTimeIn(document, 'expiryDate', zone, 'end')),
    classesLimit: lenient(() => numberIn(document, 'classesLimit')),
    active: document['isActive'] === true,
    school: lenient(() => referenceIn(document, 'tenant')),
  }
  return {pass, garbled}
}
