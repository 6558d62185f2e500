import {bookingQueries} from './booking-queries.ts'
import type {DocumentMap} from './document-map.ts'
import {groq, quoted, type Groq} from './groq.ts'
import {heldQueries} from './held-queries.ts'
import {IS_PUBLISHED, queryNames, type QueryNames} from './query-names.ts'

export type Queries = ReturnType<typeof queriesOf>

/**
 * Every GROQ query about a school's own documents that the function sends, by the school's own names. Values go in as
 * parameters only.
 */
export function queriesOf(map: DocumentMap) {
  const {kinds} = map
  const school = schoolNames(map)
  const student = queryNames(kinds.student, map)
  const pass = queryNames(kinds.pass, map)
  const people = peopleOf(student)
  return {
    /** Every school, for its accounts: a session is ours only by comparison with everybody else's. */
    schools: groq`*[${school.is}${IS_PUBLISHED}]${school.projection()}`,
    /** Whether anything can be seen: one school's id, if there is one. */
    anySchool: groq`*[${school.is}][0...1]._id`,
    /** `$school`, `$passes`: the catalogue, and passes of any school that payments or entitlements name. */
    passes: groq`*[${pass.is}${IS_PUBLISHED} && (${pass.ofSchool} || _id in $passes)]${pass.projection()}`,
    /** `$school`, `$after`: the people whose own document names this school. */
    studentsOfSchool: groq`*[${student.is}${IS_PUBLISHED} && _id > $after && ${student.ofSchool}
      ] | order(_id) [0...1000]${student.projection()}`,
    /**
     * `$people` (document ids and Clerk ids), `$emails` (lower case): the people that payments and entitlements name,
     * with every document that shares an identity with them.
     */
    studentsByIdentity: groq`${people}${student.projection()}`,
    ...heldQueries(map, people),
    ...bookingQueries(map, people),
    shownToStudent: shownToStudent({student, pass, held: queryNames(kinds.entitlement, map)}),
    /** `$account`: the schools whose document names it. */
    schoolsWithAccount: groq`*[${school.is} && ${school.has('account', groq` == $account`)}${IS_PUBLISHED}]{_id}`,
    /** `$school`, `$pass` (each may be empty): the school itself, and the one that sells the pass. */
    schoolsNamed: groq`*[${school.is} && (_id == $school || ${sellsPass(pass)})${IS_PUBLISHED}]{_id}`,
  }
}

/** Where there is only one school, other documents of its type are none. */
function schoolNames(map: DocumentMap): QueryNames {
  const names = queryNames(map.kinds.school, map)
  return map.only === null ? names : {...names, is: groq`${names.is} && _id == ${quoted(map.only)}`}
}

function sellsPass(pass: QueryNames): Groq {
  const school = pass.id('school')
  const sold = groq`*[${pass.is} && _id == $pass]`
  return school === null ? groq`count(${sold}) > 0` : groq`_id in ${sold}.${school}`
}

/**
 * `$person` (a Clerk id, or the document's where it has none), `$school`, `$now`, `$active` (the schema's): what the
 * student's own site shows, as it asks for it.
 */
function shownToStudent({
  student,
  pass,
  held,
}: Readonly<Record<'student' | 'pass' | 'held', QueryNames>>): Groq {
  const {is, has, idHas, ofSchool, ofNoSchool} = held
  const theirs = groq`*[${student.is} && ${student.has('clerkId', groq` == $person`)}]._id`
  const sold = groq`*[${pass.is} && ${pass.ofSchool}]._id`
  return groq`*[${is} && ${has('active', groq` == $active`)} && ${has('ends', groq` > $now`)}
    && (${idHas('student', groq` == $person`)} || ${idHas('student', groq` in ${theirs}`)})
    && (${ofSchool} || (${ofNoSchool} && (${idHas('pass', groq` in ${sold}`)} || ${idHas('passReference', groq` in ${sold}`)})))
    ${IS_PUBLISHED}]{_id}`
}

/** Emails in data have spaces around them and capitals in them; `$emails` has neither. */
function peopleOf({is, name, has}: QueryNames): Groq {
  const email = name('email')
  const hasEmail =
    email === null
      ? groq`false`
      : groq`(defined(${email}) && array::join(string::split(lower(${email}), " "), "") in $emails)`
  const isNamed = groq`_id in $people || ${has('clerkId', groq` in $people`)}`
  return groq`*[${is} && (${isNamed} || ${hasEmail})${IS_PUBLISHED}]`
}
