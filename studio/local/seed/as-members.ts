import {isRecord, type LakeDocument} from '../lake/lake-document.ts'

type Fields = Readonly<Record<string, unknown>>

const SOLD: Fields = {single: 'drop-in', multi: 'punch-card', 'multi-pass': 'bundle', unlimited: 'period'}
const HELD: Fields = {single: 'drop-in', clipcard: 'punch-card', 'multi-pass': 'bundle', monthly: 'period'}
const ENDING: Fields = {days: 'days-after', date: 'fixed-date'}

/**
 * A document of the platform as the members' schools would have it, spelled out by hand: what is read from it shows
 * whether the plugin reads their schema, so that nothing of the plugin's may have a part in it.
 */
export function asMembers(document: LakeDocument): LakeDocument {
  const {_id, _rev, _createdAt, _updatedAt} = document
  const as = TYPES[document._type]
  if (as === undefined) return document
  const {type, fields} = as
  return {
    _id,
    _type: type,
    ...present({_rev, _createdAt, _updatedAt}),
    ...present(fields(document)),
  }
}

type Kind = {type: string; fields: (document: LakeDocument) => Fields}

const TYPES: Readonly<Record<string, Kind>> = {
  tenant: {type: 'danceSchool', fields: schoolFields},
  user: {type: 'member', fields: memberFields},
  pass: {type: 'product', fields: productFields},
  subscription: {type: 'membership', fields: membershipFields},
  classInstance: {type: 'lesson', fields: lessonFields},
}

function schoolFields({schoolName, slug, contactEmail, stripeConnect, settings}: LakeDocument): Fields {
  const {accountId, country, currency} = isRecord(stripeConnect) ? stripeConnect : {}
  return {
    title: schoolName,
    path: slug,
    mail: contactEmail,
    payments: object({account: accountId, country, currency}),
    zone: isRecord(settings) ? settings['timezone'] : undefined,
  }
}

function memberFields({name, email, clerkId, role, tenant, isActive}: LakeDocument): Fields {
  const status = typeof isActive === 'boolean' ? (isActive ? 'active' : 'left') : undefined
  return {fullName: name, mail: email, authId: clerkId, kind: role, school: tenant, status}
}

function productFields(document: LakeDocument): Fields {
  const {name, type, price, validityType, validityDays, expiryDate, classesLimit, isActive, tenant} = document
  return {
    title: name,
    kind: named(SOLD, type),
    amount: inHundredths(price),
    validity: object({by: named(ENDING, validityType), days: validityDays, until: expiryDate}),
    classes: classesLimit,
    onSale: isActive,
    school: tenant,
  }
}

function membershipFields(document: LakeDocument): Fields {
  const {user, tenant, type, startDate, endDate, passId, pass, passName, purchasePrice} = document
  const {remainingClips, isActive, stripeSessionId, stripePaymentId, originalPrice, finalPrice} = document
  const {discountAmount, promoCode, isUpgrade, upgradedFromSubscriptionId, upgradeCost, upgradedAt} = document
  const {upgradedToPassId, upgradedToPassName, upgradeHistory, deactivationReason, deactivatedBy} = document
  const {deactivatedAt, complimentary, complimentaryReason, complimentaryBy, complimentaryAt} = document
  const {manuallyCreated, manualCreationReason} = document
  return {
    member: user,
    school: tenant,
    kind: named(HELD, type),
    from: startDate,
    until: endDate,
    product: typeof passId === 'string' && passId !== '' ? referenceTo(passId) : pass,
    title: passName,
    amount: inHundredths(purchasePrice),
    classesLeft: remainingClips,
    status: typeof isActive === 'boolean' ? (isActive ? 'active' : 'ended') : undefined,
    billing: object({
      session: stripeSessionId,
      payment: stripePaymentId,
      listPrice: inHundredths(originalPrice),
      finalPrice: inHundredths(finalPrice),
      discount: inHundredths(discountAmount),
      code: promoCode,
    }),
    upgrade: object({
      isOne: isUpgrade,
      from: upgradedFromSubscriptionId,
      cost: inHundredths(upgradeCost),
      at: upgradedAt,
      to: upgradedToPassId,
      toTitle: upgradedToPassName,
    }),
    upgrades: Array.isArray(upgradeHistory) ? upgradeHistory.map(upgradeOf) : upgradeHistory,
    ended: object({reason: deactivationReason, by: deactivatedBy, at: deactivatedAt}),
    gift: object({
      isOne: complimentary,
      reason: complimentaryReason,
      by: complimentaryBy,
      at: complimentaryAt,
    }),
    byHand: object({isSo: manuallyCreated, reason: manualCreationReason}),
  }
}

function upgradeOf(step: unknown): unknown {
  if (!isRecord(step)) return step
  const {_key, fromPassId, toPassId, stripeSessionId} = step
  const billing = object({session: stripeSessionId})
  return present({_key, was: referenceTo(fromPassId), became: referenceTo(toPassId), billing})
}

function lessonFields({title, date, isCancelled, tenant, bookings}: LakeDocument): Fields {
  return {
    title,
    starts: date,
    cancelled: isCancelled,
    school: tenant,
    attendees: Array.isArray(bookings) ? bookings.map(attendee) : bookings,
  }
}

function attendee(booking: unknown): unknown {
  if (!isRecord(booking)) return booking
  const {_key, student, bookingType, bookingTime} = booking
  return present({_key, member: student, kind: named(HELD, bookingType), at: bookingTime})
}

function referenceTo(id: unknown): unknown {
  return typeof id === 'string' ? {_type: 'reference', _ref: id} : id
}

/** What has no name there keeps its own: nobody knows what it means. */
function named(names: Fields, value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : value
}

/** Øre. What is no number keeps what it is: nobody knows what it means. */
function inHundredths(amount: unknown): unknown {
  return typeof amount === 'number' ? Math.round(amount * 100) : amount
}

/** An object only where something stands in it. */
function object(fields: Fields): Fields | undefined {
  const held = present(fields)
  return Object.keys(held).length === 0 ? undefined : held
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
