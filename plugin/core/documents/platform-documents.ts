import {ENTITLEMENT_NAMES} from './field-names.ts'

/** The kinds of document that a school has. Whatever else the plugin writes is its own, and named by itself. */
export const DOCUMENT_KINDS = ['school', 'student', 'pass', 'entitlement', 'booking'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/**
 * The platform's own types, and where their fields are by our names: a name with a dot lies in an object. This is the
 * shape that everything behind the lake's door reads and writes, whatever a school's own is.
 */
export const PLATFORM_DOCUMENTS = {
  school: {
    type: 'tenant',
    fields: {
      name: 'schoolName',
      slug: 'slug.current',
      account: 'stripeConnect.accountId',
      country: 'stripeConnect.country',
      currency: 'stripeConnect.currency',
      timeZone: 'settings.timezone',
      contactEmail: 'contactEmail',
    },
  },
  student: {
    type: 'user',
    fields: {
      clerkId: 'clerkId',
      email: 'email',
      name: 'name',
      role: 'role',
      school: 'tenant',
      active: 'isActive',
    },
  },
  pass: {
    type: 'pass',
    fields: {
      name: 'name',
      type: 'type',
      price: 'price',
      validity: 'validityType',
      validityDays: 'validityDays',
      expiry: 'expiryDate',
      classesLimit: 'classesLimit',
      active: 'isActive',
      school: 'tenant',
    },
  },
  entitlement: {
    type: 'subscription',
    // Beside what is written: the pass where it was a reference, and upgrades in place.
    fields: {...ENTITLEMENT_NAMES, passReference: 'pass', upgradeHistory: 'upgradeHistory'},
  },
  booking: {
    type: 'classInstance',
    fields: {
      bookings: 'bookings',
      student: 'student',
      kind: 'bookingType',
      bookedAt: 'bookingTime',
      date: 'date',
      cancelled: 'isCancelled',
      school: 'tenant',
    },
  },
} as const satisfies Record<DocumentKind, {type: string; fields: Readonly<Record<string, string>>}>

type Platform = typeof PLATFORM_DOCUMENTS
/** What we call a field of a kind of document. */
export type FieldOf<Kind extends DocumentKind> = keyof Platform[Kind]['fields']

/** One upgrade in the list of those that a pass has had in place. It is read, and written by nobody here. */
export const UPGRADE_FIELDS = {
  fromPass: 'fromPassId',
  toPass: 'toPassId',
  session: 'stripeSessionId',
} as const

/** Fields that hold the id of another document: each a reference or a plain text. */
export const ID_FIELDS = {
  school: [],
  student: ['school'],
  pass: ['school'],
  entitlement: ['student', 'school', 'pass', 'upgradedFrom', 'upgradedToPass'],
  booking: ['student', 'school'],
} as const satisfies {[Kind in DocumentKind]: readonly FieldOf<Kind>[]}

/** Those that the platform has as references. */
export const REFERENCES: ReadonlySet<string> = new Set(['school', 'student', 'passReference'])

/** Without these, nobody could tell what is held, or a grant would be made twice. */
export const REQUIRED = {
  school: [],
  student: [],
  pass: ['name', 'type'],
  entitlement: ['student', 'type', 'starts', 'ends', 'pass', 'classesLeft', 'active', 'session'],
  booking: ['student'],
} as const satisfies {[Kind in DocumentKind]: readonly FieldOf<Kind>[]}

/** What a school may count otherwise: how much of ours makes how much of theirs. */
export const UNITS = {
  /** Øre, cents: a hundred make one of what a price is in. */
  hundredths: [1, 100],
  weeks: [7, 1],
} as const

/** Fields that may be counted otherwise, and in what. */
export const COUNTED = {
  school: {},
  student: {},
  pass: {price: 'hundredths', validityDays: 'weeks'},
  entitlement: {
    price: 'hundredths',
    originalPrice: 'hundredths',
    finalPrice: 'hundredths',
    discount: 'hundredths',
    upgradeCost: 'hundredths',
  },
  booking: {},
} as const satisfies {[Kind in DocumentKind]: {[Field in FieldOf<Kind>]?: keyof typeof UNITS}}

const HELD_TYPES = ['single', 'clipcard', 'multi-pass', 'monthly'] as const
const YES_NO = ['yes', 'no'] as const

/** Fields whose values a school may call otherwise, with what they are to us. */
export const VALUES = {
  school: {},
  student: {active: YES_NO},
  pass: {
    type: ['single', 'multi', 'multi-pass', 'unlimited'],
    validity: ['days', 'date'],
    active: YES_NO,
  },
  entitlement: {type: HELD_TYPES, active: YES_NO},
  booking: {kind: HELD_TYPES, cancelled: YES_NO},
} as const satisfies {[Kind in DocumentKind]: {[Field in FieldOf<Kind>]?: readonly string[]}}
