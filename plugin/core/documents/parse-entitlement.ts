import type {Entitlement} from '../contract/entitlement.ts'
import {GarbledField, isShape, listIn, numberIn, textIn, type Shape} from '../contract/shape.ts'
import {headOf, referenceIn, storedTimeIn} from './document-fields.ts'

/** The pass that was granted: text since 2025, a reference before. */
function passOf(document: Shape): string | null {
  return textIn(document, 'passId') ?? referenceIn(document, 'pass')
}

function historyOf(document: Shape): Entitlement['upgradeHistory'] {
  return listIn(document, 'upgradeHistory').map((step, at) => {
    const label = `upgradeHistory[${at}]`
    if (!isShape(step)) throw new GarbledField(label)
    return {
      fromPass: textIn(step, 'fromPassId', `${label}.fromPassId`),
      toPass: textIn(step, 'toPassId', `${label}.toPassId`),
      session: textIn(step, 'stripeSessionId', `${label}.stripeSessionId`),
    }
  })
}

/**
 * A `subscription` document as an entitlement. Times without a zone are the school's clock.
 *
 * @throws GarbledField where an id, a time, an amount or a reference is missing or of the wrong type
 */
export function parseEntitlement(document: Shape, zone: string): Entitlement {
  const student = referenceIn(document, 'user')
  if (student === null) throw new GarbledField('user')
  return {
    ...headOf(document),
    student,
    school: referenceIn(document, 'tenant'),
    type: textIn(document, 'type'),
    starts: storedTimeIn(document, 'startDate', zone),
    ends: storedTimeIn(document, 'endDate', zone, 'end'),
    pass: passOf(document),
    passName: textIn(document, 'passName'),
    price: numberIn(document, 'purchasePrice'),
    classesLeft: numberIn(document, 'remainingClips'),
    active: document['isActive'] === true,
    session: textIn(document, 'stripeSessionId'),
    paymentIntent: textIn(document, 'stripePaymentId'),
    isUpgrade: document['isUpgrade'] === true,
    upgradedFrom: textIn(document, 'upgradedFromSubscriptionId'),
    upgradeCost: numberIn(document, 'upgradeCost'),
    upgradedAt: storedTimeIn(document, 'upgradedAt', zone),
    upgradedToPass: textIn(document, 'upgradedToPassId'),
    upgradeHistory: historyOf(document),
    complimentary: document['complimentary'] === true,
    manuallyCreated: document['manuallyCreated'] === true,
    deactivationReason: textIn(document, 'deactivationReason'),
  }
}
