import type {DocumentChange} from '../contract/change.ts'
import {Fault} from '../contract/fault.ts'
import {isShape} from '../contract/shape.ts'
import type {DocumentMap, MappedField} from './document-map.ts'
import {createReadDocument} from './read-document.ts'
import {putAt} from './field-path.ts'
import {PLATFORM_DOCUMENTS} from './platform-documents.ts'
import {toOurs, toTheirs} from './mapped-value.ts'

/**
 * Makes what turns a change of the platform's documents into one of the school's own: its type, its names, its values.
 * A name in an object is dotted in a patch, as Sanity has it.
 *
 * @throws Fault `not_repairable` where the school has no field or no value for what would be written
 * @example createWriteChange(map)({patch: {id: 'm1', set: {isActive: false}, unset: []}})
 * // {patch: {id: 'm1', set: {status: 'ended'}, unset: []}}
 */
export function createWriteChange(map: DocumentMap): (change: DocumentChange) => DocumentChange {
  const {type, fields} = map.kinds.entitlement
  const byName = new Map<string, MappedField>()
  for (const mapped of Object.values(fields)) if (mapped !== null) byName.set(mapped.ours, mapped)
  // That there is only one school is said nowhere in a document.
  const isUnsaid = (name: string): boolean => map.only !== null && name === 'tenant'

  const written = <Value>(platform: Readonly<Record<string, Value>>) =>
    Object.entries(platform).flatMap(([name, value]) => {
      if (isUnsaid(name)) return []
      const mapped = demand(byName, name)
      const theirs = toTheirs(mapped, value)
      if (theirs === undefined) throw refuse(`the school has no name for ${name} ${String(value)}`, name)
      return [[mapped.theirs, theirs] as const]
    })

  return (change) => {
    if ('create' in change) {
      const {_id, _type, ...platform} = change.create
      const made: Record<string, unknown> = {}
      for (const [name, value] of written(platform)) putAt(made, name, value)
      return {create: {...made, _id, _type: type}}
    }
    const {id, set, unset} = change.patch
    const names = unset.filter((name) => !isUnsaid(name)).map((name) => demand(byName, name).theirs)
    return {patch: {id, set: Object.fromEntries(written(set)), unset: names}}
  }
}

function demand(byName: ReadonlyMap<string, MappedField>, name: string): MappedField {
  const mapped = byName.get(name)
  if (mapped === undefined) throw refuse(`the school has no field for ${name}`, name)
  return mapped
}

function refuse(message: string, field: string): Fault {
  return new Fault('not_repairable', message, {reason: 'not_in_schema', field})
}

/** Makes the other way round, for whoever shows what a change is. What the platform has no name for is left out. */
export function createReadChange(map: DocumentMap): (change: DocumentChange) => DocumentChange {
  const byName = new Map(
    Object.values(map.kinds.entitlement.fields).flatMap((mapped) =>
      mapped === null ? [] : [[mapped.theirs, mapped] as const],
    ),
  )
  const read = createReadDocument(map)
  return (change) => {
    if ('create' in change) {
      const made = read(change.create)
      const {_id} = change.create
      return {create: {...(isShape(made) ? made : {}), _id, _type: PLATFORM_DOCUMENTS.entitlement.type}}
    }
    const {id, set, unset} = change.patch
    const ours = Object.entries(set).flatMap(([name, value]) => {
      const mapped = byName.get(name)
      return mapped === undefined ? [] : [[mapped.ours, toOurs(mapped, value)] as const]
    })
    return {
      patch: {
        id,
        set: Object.fromEntries(ours),
        unset: unset.flatMap((name) => byName.get(name)?.ours ?? []),
      },
    }
  }
}
