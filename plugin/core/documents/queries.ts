/**
 * Every GROQ query that the function sends, once. Values go in as parameters only. Lists are read in pages by `_id`:
 * ask with `after: ''`, then with the last `_id` seen, until a page is shorter than `PAGE`.
 */
export const PAGE = 1_000

/** Every school, for its accounts: a session is ours only by comparison with everybody else's. */
export const TENANTS = `*[_type == "tenant" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]{
  _id, _type, _rev, _createdAt, _updatedAt, schoolName, slug, status, contactEmail,
  stripeConnect{accountId, country, currency}, settings{timezone}
}`

/** Whether anything can be seen: one school's id, if there is one. */
export const ANY_TENANT = '*[_type == "tenant"][0...1]._id'

/** `$school`, `$passes`: the catalogue, and passes of any school that payments or entitlements name. */
export const PASSES = `*[_type == "pass" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
  && (tenant._ref == $school || _id in $passes)]{
  _id, _type, _rev, _createdAt, _updatedAt, name, type, price, validityType, validityDays, expiryDate,
  classesLimit, isActive, tenant
}`

const ENTITLEMENT = `{
  _id, _type, _rev, _createdAt, _updatedAt, user, tenant, type, startDate, endDate, passId, pass, passName,
  purchasePrice, remainingClips, isActive, stripePaymentId, stripeSessionId, isUpgrade, upgradedFromSubscriptionId,
  upgradeCost, upgradedAt, upgradedToPassId, upgradeHistory, complimentary, manuallyCreated, deactivationReason
}`

/**
 * `$school`, `$passes` (the school's own), `$after`: what the school's students hold there. An entitlement without
 * school counts by its pass, as the student's own site counts it.
 */
export const ENTITLEMENTS_OF_SCHOOL =
  `*[_type == "subscription" && !(_id in path("drafts.**"))
  && !(_id in path("versions.**")) && _id > $after
  && (tenant._ref == $school || (!defined(tenant) && (passId in $passes || pass._ref in $passes)))
] | order(_id) [0...1000]` + ENTITLEMENT

/**
 * `$references` (session, payment intent and charge ids), `$ids` (entitlements that upgrades name): whatever carries
 * one of these payments, at whichever school.
 */
export const ENTITLEMENTS_OF_PAYMENTS =
  `*[_type == "subscription"
  && (stripeSessionId in $references || stripePaymentId in $references || _id in $ids)
  && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]` + ENTITLEMENT

/** `$references`: what was upgraded in place with one of these payments. Asked apart: no index answers it. */
export const ENTITLEMENTS_UPGRADED =
  `*[_type == "subscription" && defined(upgradeHistory)
  && count(upgradeHistory[stripeSessionId in $references]) > 0
  && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]` + ENTITLEMENT

const STUDENT = '{_id, _type, _rev, _createdAt, _updatedAt, clerkId, email, name, role, tenant, isActive}'

/** `$school`, `$after`: the people whose own document names this school. */
export const STUDENTS_OF_SCHOOL =
  `*[_type == "user" && !(_id in path("drafts.**"))
  && !(_id in path("versions.**")) && _id > $after && tenant._ref == $school] | order(_id) [0...1000]` +
  STUDENT

/** Whatever is cheap to rule out comes before it: the lake looks at each document that is left. */
const IS_PUBLISHED = ' && !(_id in path("drafts.**")) && !(_id in path("versions.**"))'

/** Emails in data have spaces around them and capitals in them; `$emails` has neither. */
const HAS_EMAIL = '(defined(email) && array::join(string::split(lower(email), " "), "") in $emails)'
const PEOPLE =
  '*[_type == "user" && (_id in $people || clerkId in $people || ' + HAS_EMAIL + ')' + IS_PUBLISHED + ']'

/**
 * `$people` (document ids and Clerk ids), `$emails` (lower case): the people that payments and entitlements name, with
 * every document that shares an identity with them.
 */
export const STUDENTS_BY_IDENTITY = PEOPLE + STUDENT

/** `$people`: what these hold, at whichever school. */
export const ENTITLEMENTS_OF_STUDENTS =
  '*[_type == "subscription" && user._ref in $people' + IS_PUBLISHED + ']' + ENTITLEMENT

/** `$people`: only their own bookings come back, not their classmates'. */
export const BOOKINGS = bookingsOf('student._ref in $people')

/**
 * The same two for whoever is known by `$people` or `$emails`, under any of their documents: it need not be asked first
 * which these are. For some people, not for a whole school.
 */
export const ENTITLEMENTS_OF_SOME =
  '*[_type == "subscription" && (user._ref in $people || user._ref in ' +
  PEOPLE +
  '._id)' +
  IS_PUBLISHED +
  ']' +
  ENTITLEMENT
export const BOOKINGS_OF_SOME = bookingsOf('(student._ref in $people || student._ref in ' + PEOPLE + '._id)')

function bookingsOf(theirs: string): string {
  return (
    '*[_type == "classInstance" && count(bookings[' +
    theirs +
    ']) > 0' +
    IS_PUBLISHED +
    ']{_id, _type, _rev, _createdAt, _updatedAt, date, isCancelled, tenant, "bookings": bookings[' +
    theirs +
    ']{student, bookingType, bookingTime}}'
  )
}

/** `$school`, `$after`: what was repaired or dismissed before. */
export const RECORDS = `*[_type == "passRepair" && school._ref == $school && _id > $after] | order(_id) [0...1000]{
  _id, _type, _rev, _createdAt, _updatedAt, payment, kind, verdict, entitlements, actor, at, reason, undoes,
  fingerprint, message
}`

/** `$school`, `$after`: what colleagues said of its entries. */
export const REMARKS = `*[_type == "passRemarks" && school._ref == $school && _id > $after] | order(_id) [0...1000]{
  _id, _type, _rev, _createdAt, _updatedAt, school, about, list
}`

/** `$school`: unpublished entitlements. They change no verdict, but somebody is at work on them. */
export const DRAFTS = `*[_type == "subscription" && (_id in path("drafts.**") || _id in path("versions.**"))
  && (!defined(tenant) || tenant._ref == $school)]{_id, _type, stripeSessionId, stripePaymentId}`

/** `$log`: what was noted of an event before. */
export const DELIVERY = '*[_id == $log]'

/** `$account`: the schools whose document names it. */
export const SCHOOLS_WITH_ACCOUNT =
  '*[_type == "tenant" && stripeConnect.accountId == $account' + IS_PUBLISHED + ']{_id}'

/** `$school`, `$pass` (each may be empty): the school itself, and the one that sells the pass. */
export const SCHOOLS_NAMED =
  '*[_type == "tenant" && (_id == $school || _id in *[_type == "pass" && _id == $pass].tenant._ref)' +
  IS_PUBLISHED +
  ']{_id}'

/** `$before`: some of this function's own notes that have been kept long enough. */
export const DELIVERIES_BEFORE = `*[_type == "webhookLog" && source == "stripe-passes" && timestamp < $before
] | order(timestamp) [0...10]{_id}`

/**
 * `$person` (a Clerk id, or the document's where it has none), `$school`, `$now`: what the student's own site shows, as
 * it asks for it.
 */
export const SHOWN_TO_STUDENT =
  '*[_type == "subscription" && isActive == true && endDate > $now' +
  ' && (user._ref == $person || user._ref in *[_type == "user" && clerkId == $person]._id)' +
  ' && (tenant._ref == $school || (!defined(tenant) && (passId in *[_type == "pass" && tenant._ref == $school]._id' +
  ' || pass._ref in *[_type == "pass" && tenant._ref == $school]._id)))' +
  IS_PUBLISHED +
  ']{_id}'

function noteOf(school: string, accounts: string): string {
  return (
    `_type == "webhookLog" && (school._ref == ${school} || coalesce(account, details.account) in ${accounts}` +
    ' || (!defined(school) && !defined(account) && !defined(details.account)))'
  )
}

const NOTE_OF_SCHOOL = noteOf('$school', '$accounts')

/**
 * `$school0`, `$accounts0` and so on, for many schools in one request: the newest note about an event of the school. The
 * platform's own may say neither: whose it is cannot be told then, but that somebody listens can.
 */
export function lastDeliveryOf(nth: number): string {
  return `*[${noteOf(`$school${nth}`, `$accounts${nth}`)}] | order(timestamp desc) [0...1]`
}

/** `$school`, `$accounts`, `$since`: what webhooks noted of a school's events since then. */
export const DELIVERIES_OF_SCHOOL =
  '*[' + NOTE_OF_SCHOOL + ' && timestamp > $since] | order(timestamp desc) [0...1000]'

/** `$recently`: whether another webhook than this function's was at work. */
export const DELIVERY_ELSEWHERE = `*[_type == "webhookLog" && timestamp > $recently
  && (!defined(source) || source != "stripe-passes")] | order(timestamp desc) [0...1]`

/** `$ids`: documents as they stand, to be compared with a plan before it is written. */
export const DOCUMENTS = `*[_id in $ids]`

/** `$ids`, `$drafts` (their draft ids): the same with whatever edits of them are open, in a release too. */
export const DOCUMENTS_AND_EDITS = `*[_id in $ids || _id in $drafts
  || (_type == "subscription" && _id in path("versions.**"))]`

/** `$school`, `$batch` (empty: any), `$at` and `$id` of the last one seen: whole records, newest first. */
export const RECORDS_NEWEST_FIRST = `*[_type == "passRepair" && school._ref == $school
  && ($batch == "" || batch == $batch) && (at < $at || (at == $at && _id < $id))
] | order(at desc, _id desc) [0...50]`

/** `$school`, `$ids`: the records that took these back. */
export const RECORDS_UNDOING = `*[_type == "passRepair" && school._ref == $school && undoes in $ids]`
