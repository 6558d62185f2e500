import type {DocumentMap, MappedField} from './document-map.ts'
import type {Complain} from './parse-document-map.ts'

/** What a student holds of each type of pass. */
const HELD_AS: Readonly<Record<string, string>> = {
  single: 'single',
  multi: 'clipcard',
  'multi-pass': 'multi-pass',
  unlimited: 'monthly',
}

/** Complains about what is missing, each name being right by itself, for a grant to be safe. */
export function unsafeGaps({kinds: {pass, entitlement}, only}: DocumentMap, complain: Complain): void {
  if (only === null) {
    const gaps = {pass, entitlement}
    for (const [kind, {fields}] of Object.entries(gaps)) {
      if (fields['school'] === null)
        complain(
          `.${kind}.fields.school`,
          'cannot be null, unless documents.school.only says which school there is',
        )
    }
  }
  const {validity, validityDays, expiry} = pass.fields
  if (validityDays === null && expiry === null)
    complain('.pass.fields', 'must name validityDays or expiry: else no pass would ever end')
  else if (validity === null && validityDays !== null && expiry !== null)
    complain('.pass.fields.validity', 'cannot be null where both validityDays and expiry are named')
  demandHeldTypes(pass.fields['type'], entitlement.fields['type'], complain)
}

/** A pass that can be sold must be one that can be held. */
function demandHeldTypes(
  sold: MappedField | null | undefined,
  held: MappedField | null | undefined,
  complain: Complain,
): void {
  const names = held?.values ?? null
  if (names === null) return
  const known = new Set(names.map(([ours]) => ours))
  const types = sold?.values?.map(([ours]) => String(ours)) ?? Object.keys(HELD_AS)
  for (const type of types) {
    const needed = HELD_AS[type] ?? ''
    if (!known.has(needed))
      complain('.entitlement.values.type', `must name ${needed}, which a pass of type ${type} becomes`)
  }
}
