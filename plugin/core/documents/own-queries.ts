/**
 * The queries about documents of the plugin's own and about notes of webhooks, whose names are the same at every
 * school. Lists are read in pages by `_id`: ask with `after: ''`, then with the last `_id` seen, until a page is shorter
 * than `PAGE`.
 */
export const PAGE = 1_000

/** `$school`, `$after`: what was repaired or dismissed before. */
export const RECORDS = `*[_type == "passRepair" && school._ref == $school && _id > $after] | order(_id) [0...1000]{
  _id, _type, _rev, _createdAt, _updatedAt, payment, kind, verdict, entitlements, actor, at, reason, undoes,
  fingerprint, message
}`

/** `$school`, `$after`: what colleagues said of its entries. */
export const REMARKS = `*[_type == "passRemarks" && school._ref == $school && _id > $after] | order(_id) [0...1000]{
  _id, _type, _rev, _createdAt, _updatedAt, school, about, list
}`

/** `$ids`: documents as they stand, to be compared with a plan before it is written. */
export const DOCUMENTS = `*[_id in $ids]`

/** `$school`, `$batch` (empty: any), `$at` and `$id` of the last one seen: whole records, newest first. */
export const RECORDS_NEWEST_FIRST = `*[_type == "passRepair" && school._ref == $school
  && ($batch == "" || batch == $batch) && (at < $at || (at == $at && _id < $id))
] | order(at desc, _id desc) [0...50]`

/** `$school`, `$ids`: the records that took these back. */
export const RECORDS_UNDOING = `*[_type == "passRepair" && school._ref == $school && undoes in $ids]`

/** `$log`: what was noted of an event before. */
export const DELIVERY = '*[_id == $log]'

/** `$before`: some of this function's own notes that have been kept long enough. */
export const DELIVERIES_BEFORE = `*[_type == "webhookLog" && source == "stripe-passes" && timestamp < $before
] | order(timestamp) [0...10]{_id}`

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
