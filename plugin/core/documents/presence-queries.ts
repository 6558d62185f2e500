import type {DocumentMap} from './document-map.ts'
import {groq, type Groq} from './groq.ts'
import {REQUIRED} from './platform-documents.ts'
import {queryNames} from './query-names.ts'

/** Every school has some; what is held may not be there yet. */
const ALWAYS = ['school', 'student', 'pass'] as const
const KINDS = [...ALWAYS, 'entitlement'] as const
const FIELDS = {...REQUIRED, student: ['email', 'clerkId']} as const

/** What a school was said to have, and what asks whether a document has it. */
export type Presence = {
  /** `membership`, or `membership.billing.session`. */
  what: string
  query: Groq
  /** Only where there is a document of this type. */
  ifAny: string | null
}

/**
 * Whether the names that a school gave are in its documents at all. A field that no document has is a name that nobody
 * uses: its passes would be looked for where none are.
 */
export function presenceQueries(map: DocumentMap): Presence[] {
  return KINDS.flatMap((kind) => {
    const {type} = map.kinds[kind]
    const names = queryNames(map.kinds[kind], map)
    const isAlways = ALWAYS.some((one) => one === kind)
    const some: Presence = {
      what: type,
      query: groq`*[${names.is}][0...1]{_id}`,
      ifAny: isAlways ? null : type,
    }
    const fields = FIELDS[kind].flatMap((field): Presence[] => {
      const at = names.name(field)
      if (at === null) return []
      const query = groq`*[${names.is} && defined(${at})][0...1]{_id}`
      return [{what: `${type}.${at}`, query, ifAny: type}]
    })
    return [some].concat(fields, kind === 'entitlement' ? ofUpgrades(map) : [])
  })
}

/** Passes that were upgraded in place: there may be none; where there are, one at least says with which payment. */
function ofUpgrades({kinds: {entitlement}, only}: DocumentMap): Presence[] {
  const {is, someIn} = queryNames(entitlement, {only})
  const mapped = entitlement.fields['upgradeHistory'] ?? null
  if (mapped === null) return []
  const list = `${entitlement.type}.${mapped.theirs}`
  const some = (condition: Groq | null): Groq =>
    groq`*[${is} && ${someIn('upgradeHistory', 'session', condition)}][0...1]{_id}`
  return [
    {what: list, query: some(null), ifAny: list},
    {what: `${list}.${mapped.of?.['session']?.theirs ?? ''}`, query: some(groq` != null`), ifAny: list},
  ]
}
