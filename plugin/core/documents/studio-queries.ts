import type {DocumentMap} from './document-map.ts'
import {groq, joined, orNull, quoted, type Groq} from './groq.ts'
import {queryNames} from './query-names.ts'

/** What an open page of the Studio asks of the lake with the person's own client, whatever its screen. */
export type StudioQueries = {watched: Groq; names: Groq}

export function studioQueriesOf(map: DocumentMap): StudioQueries {
  const {kinds} = map
  const student = queryNames(kinds.student, map)
  const pass = queryNames(kinds.pass, map)
  const held = queryNames(kinds.entitlement, map)
  const types = [kinds.entitlement, kinds.student, kinds.pass].map(({type}) => groq`${quoted(type)}, `)
  const called = [student.name('name'), pass.name('name'), held.name('passName')]
  const titles = [...new Set(called)].filter((one) => one !== null)
  return {
    /** What an open page listens to: whatever can change a verdict, and the two documents written when a payment is seen. */
    watched: groq`*[_type in [${joined(types, groq``)}"passRepair", "passRemarks", "passSync", "webhookLog"]]`,
    /** `$ids` (of any documents): what they are called on screen. */
    names: groq`*[_id in $ids]{"id": _id, "name": coalesce(${joined(titles, groq`, `)}), "email": ${orNull(student.name('email'))}}`,
  }
}
