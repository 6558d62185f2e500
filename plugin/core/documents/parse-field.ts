import {isShape, type Shape} from '../contract/shape.ts'
import type {MappedField, MappedFields} from './document-map.ts'
import type {Complain} from './parse-document-map.ts'
import {UNITS, UPGRADE_FIELDS} from './platform-documents.ts'

/** Nothing that could be read as more than a name, whatever stands around it in a query. */
const PATH = /^[a-zA-Z]\w*(\.[a-zA-Z]\w*)*$/
const WORDS_OF_GROQ: ReadonlySet<string> = new Set(['in', 'match', 'asc', 'desc', 'true', 'false', 'null'])

/** What may be said of a field beside its name. */
export type FieldRules = {
  /** Dotted, as the platform has it. */
  ours: string
  /** Whether it names another document, and whether the platform does so by a reference. */
  isId: boolean
  isReference: boolean
  /** What else it may be counted in. */
  unit: keyof typeof UNITS | null
  isListOfUpgrades: boolean
  /** A name of Sanity's own that says the same. */
  also: string | null
}

/** One field, from what a school says of it: a name, or a name with how its values are there. */
export function parseField(given: unknown, at: string, rules: FieldRules, complain: Complain): MappedField {
  const {ours, isReference: isOurs, unit} = rules
  const said: Shape = isShape(given) ? given : {name: given}
  const known = ['name', ...(rules.isId ? ['as'] : []), ...(unit === null ? [] : ['in'])]
  if (rules.isListOfUpgrades) known.push('of')
  for (const word of Object.keys(said)) {
    if (!known.includes(word)) complain(`${at}.${word}`, `is not known; there is ${known.join(', ')}`)
  }
  const {name, as, in: counted, of} = said
  const isRight = typeof name === 'string' && (isName(name) || rules.also === name)
  if (!isRight) complain(at, 'must be the name of a field, or null where there is none')
  if (isShape(given) && rules.isId && as !== 'reference' && as !== 'id')
    complain(`${at}.as`, 'must be "reference" or "id"')
  if (counted !== undefined && unit !== null && counted !== unit)
    complain(`${at}.in`, `must be "${unit}", or left out`)
  const isReference = rules.isId && isShape(given) ? as === 'reference' : isOurs
  return {
    ours,
    theirs: isRight ? name : 'unnamed',
    ids: isReference === isOurs ? null : isReference ? 'wrap' : 'unwrap',
    isReference,
    values: null,
    unit: counted === undefined || unit === null ? null : UNITS[unit],
    of: rules.isListOfUpgrades ? upgradeFields(of, `${at}.of`, complain) : null,
  }
}

/** What stands in each upgrade of the list. */
function upgradeFields(given: unknown, at: string, complain: Complain): MappedFields {
  if (given !== undefined && !isShape(given)) complain(at, 'must be an object')
  const said: Shape = isShape(given) ? given : {}
  for (const field of Object.keys(said)) {
    if (Object.hasOwn(UPGRADE_FIELDS, field)) continue
    complain(`${at}.${field}`, `is no field of ours; there are ${Object.keys(UPGRADE_FIELDS).join(', ')}`)
  }
  const fields = Object.fromEntries(
    Object.entries(UPGRADE_FIELDS).map(([field, ours]) => {
      if (said[field] === null) {
        if (field === 'session')
          complain(`${at}.session`, 'cannot be null: without it no grant would be safe')
        return [field, null]
      }
      const rules = {ours, isId: field !== 'session', isReference: false}
      const none = {unit: null, isListOfUpgrades: false, also: null}
      return [field, parseField(said[field] ?? ours, `${at}.${field}`, {...rules, ...none}, complain)]
    }),
  )
  demandNamesApart(fields, at, complain)
  return fields
}

function isName(name: string): boolean {
  return PATH.test(name) && !name.split('.').some((part) => WORDS_OF_GROQ.has(part))
}

/** Two of ours in one place would overwrite each other. */
export function demandNamesApart(fields: MappedFields, at: string, complain: Complain): void {
  const seen: [string, string][] = []
  for (const [field, mapped] of Object.entries(fields)) {
    if (mapped === null) continue
    const {theirs} = mapped
    const other = seen.find(
      ([, name]) => `${theirs}.`.startsWith(`${name}.`) || `${name}.`.startsWith(`${theirs}.`),
    )
    if (other !== undefined) complain(`${at}.${field}`, `is in the same place as ${other[0]}`)
    seen.push([field, theirs])
  }
}
