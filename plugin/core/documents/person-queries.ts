import type {DocumentMap} from './document-map.ts'
import {groq, joined, orNull, quoted, type Groq} from './groq.ts'
import {IS_PUBLISHED, queryNames, type QueryNames} from './query-names.ts'

/**
 * The GROQ queries with which the Studio finds a person. They only help somebody to find a document: what is said about
 * payments and passes comes from the function, which sees everything.
 */
export function personQueriesOf(map: DocumentMap) {
  const {kinds} = map
  const student = queryNames(kinds.student, map)
  const pass = queryNames(kinds.pass, map)
  const held = queryNames(kinds.entitlement, map)
  const name = student.name('name')
  const called = orNull(name)
  const email = orNull(student.name('email'))
  const clerkId = orNull(student.name('clerkId'))
  return {
    /** `$id` (a document's or a Clerk id), `$words` (each with a `*` at its end): students, one more than are shown. */
    studentSearch: groq`*[${student.is}${IS_PUBLISHED} && (_id == $id || ${student.has('clerkId', groq` == $id`)}
      || [coalesce(${called}, ""), coalesce(${email}, "")] match $words)
    ] | order(${name === null ? groq`` : groq`${name} asc, `}_id asc) [0...21]{
      "id": _id, "name": ${called}, "email": ${email}, "clerkId": ${clerkId}, "schoolName": ${schoolName(map)}
    }`,
    /** `$student`: the ids that passes may refer to this student by. */
    studentIds: groq`*[${student.is} && _id == $student][0]{"id": _id, "clerkId": ${clerkId}}`,
    ...schoolsQueries(map, {student, pass, held}),
  }
}

function schoolsQueries(
  {only}: DocumentMap,
  {student, pass, held}: Readonly<Record<'student' | 'pass' | 'held', QueryNames>>,
) {
  const schoolOf = (names: QueryNames): Groq => (only === null ? orNull(names.id('school')) : quoted(only))
  const sold = ['pass', 'passReference'].flatMap((field) => held.id(field) ?? []).map((id) => groq`^.${id}`)
  const passSchool =
    only === null
      ? groq`*[${pass.is} && _id == coalesce(${joined(sold, groq`, `)})][0].${schoolOf(pass)}`
      : quoted(only)
  const holder = orNull(held.id('student'))
  return {
    /** `$ids` (document ids and Clerk ids): the schools that this person's documents, passes and bought passes name. */
    studentSchools: groq`{
      "people": *[${student.is} && (_id in $ids || ${student.has('clerkId', groq` in $ids`)})]{
        "school": ${schoolOf(student)}
      }.school,
      "passes": *[${held.is}${IS_PUBLISHED} && ${held.idHas('student', groq` in $ids`)}]{
        "school": ${schoolOf(held)}, "passSchool": ${passSchool}
      }
    }`,
    /** `$entitlement`: whose pass it is, as its reference stands, and at which school it may be looked up. */
    entitlementHolder: groq`*[${held.is} && _id == $entitlement][0]{
      "student": ${holder}, "school": ${schoolOf(held)}, "passSchool": ${passSchool},
      "documents": *[${student.is} && (_id == ^.${holder} || ${student.has('clerkId', groq` == ^.${holder}`)})]._id
    }`,
  }
}

function schoolName({kinds, only}: DocumentMap): Groq {
  const school = queryNames(kinds.school, {only})
  const student = queryNames(kinds.student, {only})
  const called = school.name('name')
  const at = student.name('school')
  if (called === null) return groq`null`
  if (only !== null) return groq`*[_id == ${quoted(only)}][0].${called}`
  if (at === null) return groq`null`
  return kinds.student.fields['school']?.isReference === true
    ? groq`${at}->${called}`
    : groq`*[${school.is} && _id == ^.${at}][0].${called}`
}
