/**
 * Every GROQ query that the Studio sends with the person's own client, once. They only help somebody to find a
 * document: what is said about payments and passes comes from the function, which sees everything.
 */

/** `$id` (a document's or a Clerk id), `$words` (each with a `*` at its end): students, one more than are shown. */
export const STUDENT_SEARCH = `*[_type == "user" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
  && (_id == $id || clerkId == $id || [coalesce(name, ""), coalesce(email, "")] match $words)
] | order(name asc, _id asc) [0...21]{
  "id": _id, name, email, clerkId, "schoolName": tenant->schoolName
}`

/** `$student`: the ids that passes may refer to this student by. */
export const STUDENT_IDS = `*[_type == "user" && _id == $student][0]{"id": _id, clerkId}`

/** `$ids` (document ids and Clerk ids): the schools that this person's documents, passes and bought passes name. */
export const STUDENT_SCHOOLS = `{
  "people": *[_type == "user" && (_id in $ids || clerkId in $ids)].tenant._ref,
  "passes": *[_type == "subscription" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
    && user._ref in $ids
  ]{
    "school": tenant._ref,
    "passSchool": *[_type == "pass" && _id == coalesce(^.passId, ^.pass._ref)][0].tenant._ref
  }
}`

/** `$entitlement`: whose pass it is, as its reference stands, and at which school it may be looked up. */
export const ENTITLEMENT_HOLDER = `*[_type == "subscription" && _id == $entitlement][0]{
  "student": user._ref,
  "school": tenant._ref,
  "passSchool": *[_type == "pass" && _id == coalesce(^.passId, ^.pass._ref)][0].tenant._ref,
  "documents": *[_type == "user" && (_id == ^.user._ref || clerkId == ^.user._ref)]._id
}`

/** `$ids` (of any documents): what they are called on screen. */
export const NAMES = `*[_id in $ids]{"id": _id, "name": coalesce(name, passName), email}`
