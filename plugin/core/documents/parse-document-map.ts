import {isShape, type Shape} from '../contract/shape.ts'
import type {DocumentMap, MappedKind} from './document-map.ts'
import {DOCUMENT_KINDS, PLATFORM_DOCUMENTS, type DocumentKind} from './platform-documents.ts'
import {parseDocumentNames} from './parse-document-names.ts'
import {unsafeGaps} from './unsafe-gaps.ts'

/** Says what is wrong at a place of the option, such as `documents.student.fields.mail`. */
export type Complain = (at: string, problem: string) => void

const DOCUMENT_ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/
/** Named by the plugin itself, whatever the school's own are called. */
const OWN_TYPES: ReadonlySet<string> = new Set([
  'passRepair',
  'passRemarks',
  'passSync',
  'passInstallation',
  'passTurn',
  'passMessages',
  'webhookLog',
])
const OF_SCHOOL = ['only', 'timeZone', 'currency'] as const

/**
 * Reads the option `documents`. Names go into queries, so each is checked to be nothing but a name. Every problem is
 * told, not only the first.
 *
 * @example parseDocumentMap({student: {type: 'member'}}).map?.kinds.student.type // 'member'
 */
export function parseDocumentMap(given: unknown): {map: DocumentMap | null; problems: string[]} {
  const problems: string[] = []
  const complain: Complain = (at, problem) => void problems.push(`documents${at} ${problem}.`)
  if (!isShape(given)) return {map: null, problems: ['documents must be an object.']}
  for (const name of Object.keys(given)) {
    if (!isKind(name))
      complain(`.${name}`, `is nothing that there is; there are ${DOCUMENT_KINDS.join(', ')}`)
  }
  const {only = null, timeZone = null, currency = null} = ofSchool(given['school'], complain)
  const read = (kind: DocumentKind): MappedKind => {
    const more = kind === 'school' ? OF_SCHOOL : []
    return parseDocumentNames(kind, given[kind], {isOnlySchool: only !== null, more, complain})
  }
  const map: DocumentMap = {
    kinds: {
      school: read('school'),
      student: read('student'),
      pass: read('pass'),
      entitlement: read('entitlement'),
      booking: given['booking'] === null ? null : read('booking'),
    },
    only,
    timeZone,
    currency,
  }
  demandTypesApart(map, complain)
  unsafeGaps(map, complain)
  return problems.length > 0 ? {map: null, problems} : {map, problems}
}

function isKind(name: string): name is DocumentKind {
  return Object.hasOwn(PLATFORM_DOCUMENTS, name)
}

function ofSchool(given: unknown, complain: Complain): {[Name in (typeof OF_SCHOOL)[number]]?: string} {
  const shape: Shape = isShape(given) ? given : {}
  return Object.fromEntries(
    OF_SCHOOL.flatMap((name) => {
      const value = shape[name]
      if (value === undefined) return []
      const isRight =
        typeof value === 'string' && value !== '' && (name !== 'only' || DOCUMENT_ID.test(value))
      if (isRight) return [[name, value]]
      complain(`.school.${name}`, name === 'only' ? 'must be the id of a document' : 'must be a text')
      return []
    }),
  )
}

/** A document is of one kind, which its type tells. */
function demandTypesApart({kinds}: DocumentMap, complain: Complain): void {
  const seen = new Map<string, DocumentKind>()
  for (const kind of DOCUMENT_KINDS) {
    const type = kinds[kind]?.type
    if (type === undefined) continue
    const other = seen.get(type)
    if (other !== undefined) complain(`.${kind}.type`, `is «${type}», and so is ${other}`)
    if (OWN_TYPES.has(type)) complain(`.${kind}.type`, `is «${type}», which the plugin writes itself`)
    seen.set(type, kind)
  }
}
