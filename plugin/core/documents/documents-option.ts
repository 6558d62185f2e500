import type {COUNTED, DocumentKind, FieldOf, ID_FIELDS, UPGRADE_FIELDS, VALUES} from './platform-documents.ts'

/**
 * What a field is called in the school's own schema: `email`, or `billing.session` where it lies in an object. Null:
 * there is no such field, and it is neither read nor written.
 */
export type FieldName = string | null

/** The same of a field that names another document: as a reference, or as its id in a text. */
export type IdFieldName = FieldName | {name: string; as: 'reference' | 'id'}

/** The same of a number that may be counted in another unit: prices in øre or cents, how long a pass lasts in weeks. */
export type CountedFieldName<Unit extends string> = FieldName | {name: string; in: Unit}

/** The same of the list of upgrades that a pass has had in place, and of what stands in each of them. */
export type UpgradesFieldName =
  | FieldName
  | {
      name: string
      of: {[Field in keyof typeof UPGRADE_FIELDS]?: Field extends 'session' ? string : IdFieldName}
    }

type NameOf<Kind extends DocumentKind, Field extends FieldOf<Kind>> = Field extends 'upgradeHistory'
  ? UpgradesFieldName
  : Field extends IdOf<Kind>
    ? IdFieldName
    : Field extends keyof (typeof COUNTED)[Kind]
      ? CountedFieldName<(typeof COUNTED)[Kind][Field] & string>
      : FieldName
type IdOf<Kind extends DocumentKind> = (typeof ID_FIELDS)[Kind][number]
type ValuesOf<Kind extends DocumentKind> = {
  [Field in keyof (typeof VALUES)[Kind]]?: (typeof VALUES)[Kind][Field] extends readonly (infer Ours extends
    string)[]
    ? Partial<Record<Ours, string>>
    : never
}

/** One kind of document in the school's own schema. What is left out is as the platform has it. */
export type DocumentNames<Kind extends DocumentKind> = {
  type?: string
  fields?: {[Field in FieldOf<Kind>]?: NameOf<Kind, Field>}
  /** What the school calls the values of a field; a value that is left out does not occur there. */
  values?: ValuesOf<Kind>
}

/**
 * A school's own types and fields by our names. One value for the plugin, the function and the command.
 *
 * @example
 * const documents: Documents = {
 *   student: {type: 'member', fields: {email: 'mail', clerkId: 'authId'}},
 *   entitlement: {type: 'membership', fields: {student: 'member', pass: {name: 'product', as: 'reference'}}},
 *   pass: {type: 'product', fields: {name: 'title'}},
 * }
 */
export type Documents = {
  school?: Omit<DocumentNames<'school'>, 'values'> & {
    /** The id of the one document that is the school, where nothing else names a school. */
    only?: string
    /** Where no field says them: `Europe/Oslo`, `nok`. */
    timeZone?: string
    currency?: string
  }
  student?: DocumentNames<'student'>
  pass?: DocumentNames<'pass'>
  entitlement?: DocumentNames<'entitlement'>
  /** Null: there are no bookings to read. */
  booking?: DocumentNames<'booking'> | null
}
