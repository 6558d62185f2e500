import type {Change} from '../../core/contract/change.ts'
import type {Entitlement, EntitlementField} from '../../core/contract/entitlement.ts'
import {ACTOR, NOW} from '../../core/contract/placeholders.ts'
import {minorDigits} from '../../core/contract/money.ts'
import type {FullWording} from './use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Names} from './names.ts'

/** One field of a change in words; `before` only where a pass that exists gets another value. */
export type ChangeLine = {field: EntitlementField; label: string; value: string; before: string | null}

/** In the order in which somebody would check them. */
const ORDER: readonly EntitlementField[] = [
  'passName',
  'student',
  'classesLeft',
  'starts',
  'ends',
  'price',
  'type',
  'school',
  'session',
  'paymentIntent',
]

/** What one change writes, field by field, in words. */
export function changeLines(change: Change, index: FactsIndex, wording: FullWording): ChangeLine[] {
  const {set, held} =
    'create' in change
      ? {set: change.create.fields, held: null}
      : {set: change.patch.set, held: index.entitlements.get(change.patch.id) ?? null}
  const fields = Object.keys(set).filter((name): name is EntitlementField => name in set)
  const words = (field: EntitlementField, value: unknown) => valueWords(field, value, index, wording)
  const beforeWords = (field: EntitlementField) => {
    const before = held === null ? null : valueBefore(held, field)
    return before === null || before === undefined || before === '' ? null : words(field, before)
  }
  const lines = fields
    .toSorted((a, b) => rank(a) - rank(b))
    .map((field) => ({
      field,
      label: wording.text(`field.${field}`),
      value: words(field, set[field]),
      before: beforeWords(field),
    }))
  // A pass without a limit has no number of classes at all, and the person should not have to infer it.
  if ('create' in change && set.classesLeft === undefined && set.type === 'monthly') {
    const line = {label: wording.text('field.classesLeft'), value: wording.text('repair.unlimited')}
    lines.splice(2, 0, {field: 'classesLeft', before: null, ...line})
  }
  if ('create' in change) return lines
  const removed = change.patch.unset.map((field) => ({
    field,
    label: wording.text(`field.${field}`),
    value: wording.text('repair.will_unset'),
    before: beforeWords(field),
  }))
  return [...lines, ...removed]
}

/** Where a field stands among others. */
export function rank(field: EntitlementField): number {
  const place = ORDER.indexOf(field)
  return place === -1 ? ORDER.length : place
}

function valueBefore(held: Entitlement, field: EntitlementField): unknown {
  const before = Object.entries(held).find(([name]) => name === field)?.[1]
  return typeof before === 'object' && before !== null && 'text' in before
    ? (before.at ?? before.text)
    : before
}

const MONEY: ReadonlySet<EntitlementField> = new Set([
  'price',
  'originalPrice',
  'finalPrice',
  'discount',
  'upgradeCost',
])
const TIMES: ReadonlySet<EntitlementField> = new Set([
  'starts',
  'ends',
  'upgradedAt',
  'deactivatedAt',
  'complimentaryAt',
])

/** What stands in a field of a pass, in words. */
export function valueWords(
  field: EntitlementField,
  value: unknown,
  index: Names,
  wording: FullWording,
): string {
  const {text, money, times, currency} = wording
  if (value === null || value === undefined) return '–'
  if (value === NOW) return text('repair.now')
  if (value === ACTOR) return text('repair.you')
  if (typeof value === 'boolean') return text(value ? 'repair.yes' : 'repair.no')
  if (typeof value === 'number') {
    if (TIMES.has(field)) return times.dateTime(value)
    if (MONEY.has(field) && currency !== null) {
      return money({minor: Math.round(value * 10 ** minorDigits(currency)), currency})
    }
    return String(value)
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  const id = value
  if (field === 'student') return nameAndMail(id, index)
  if (field === 'school') return id === index.school.id ? index.school.name : id
  if (field === 'pass' || field === 'upgradedToPass') return index.passes.get(id)?.name?.trim() ?? id
  return id
}

function nameAndMail(id: string, index: Names): string {
  const student = index.students.get(id)
  const words = [student?.name, student?.email].filter((word) => word != null && word !== '')
  return words.length === 0 ? id : words.join(' · ')
}
