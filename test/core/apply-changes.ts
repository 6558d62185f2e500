import type {Change} from '../../plugin/core/contract/change.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {parseEntitlement} from '../../plugin/core/documents/parse-entitlement.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {fieldRule} from '../../plugin/core/documents/field-names.ts'
import type {Entitlement, EntitlementField} from '../../plugin/core/contract/entitlement.ts'

/** The facts as they are once the changes have been written, by way of the documents that they become. */
export function applyChanges(facts: Facts, changes: readonly Change[], now: number): Facts {
  const byId = new Map(facts.entitlements.map((one) => [one.id, one]))
  for (const change of changes) {
    const written = toDocumentChange(change, {at: now, actor: 'Nora Vik'})
    if ('create' in written) {
      const times = {_rev: 'r1', _createdAt: toIso(now), _updatedAt: toIso(now)}
      const made = parseEntitlement({...written.create, ...times}, facts.school.timeZone)
      if (byId.has(made.id)) throw new Error(`made twice: ${made.id}`)
      byId.set(made.id, made)
      continue
    }
    const known = byId.get(written.patch.id)
    if (known === undefined) throw new Error(`patched nothing: ${written.patch.id}`)
    const document: Record<string, unknown> = {...toDocument(known), ...written.patch.set}
    for (const field of written.patch.unset) delete document[field]
    byId.set(known.id, {...parseEntitlement(document, facts.school.timeZone), rev: `${known.rev}+`})
  }
  return {...facts, entitlements: [...byId.values()]}
}

const READ_BACK: readonly (EntitlementField & keyof Entitlement)[] = [
  'student',
  'school',
  'type',
  'starts',
  'ends',
  'pass',
  'passName',
  'price',
  'classesLeft',
  'active',
  'session',
  'paymentIntent',
  'isUpgrade',
  'upgradedFrom',
  'upgradeCost',
  'upgradedAt',
  'upgradedToPass',
  'deactivationReason',
  'complimentary',
  'manuallyCreated',
]

/** The document that an entitlement was read from, as far as judging reads it. */
export function toDocument(entitlement: Entitlement): Record<string, unknown> {
  const document: Record<string, unknown> = {
    _id: entitlement.id,
    _type: 'subscription',
    _rev: entitlement.rev,
    _createdAt: toIso(entitlement.createdAt),
    _updatedAt: toIso(entitlement.updatedAt),
    upgradeHistory: entitlement.upgradeHistory.map(({fromPass, toPass, session}) => ({
      fromPassId: fromPass,
      toPassId: toPass,
      stripeSessionId: session,
    })),
  }
  for (const field of READ_BACK) {
    const value: unknown = entitlement[field]
    const {name, as} = fieldRule(field)
    if (value === null) continue
    if (as === 'reference') document[name] = {_type: 'reference', _ref: value}
    else document[name] = isShape(value) ? value['text'] : value
  }
  return document
}
