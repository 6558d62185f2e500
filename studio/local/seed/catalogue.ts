import {toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {FJORD, HAVN, type SchoolSeed} from './schools.ts'
import type {SeedClock} from './seed-clock.ts'

export interface PassSeed {
  id: string
  name: string
  /** As the catalogue says today. */
  type: 'single' | 'multi' | 'multi-pass' | 'unlimited' | 'subscription'
  /** As it was until somebody changed it: what the entitlements of that time were made from. */
  formerType?: 'unlimited'
  /** Major units. */
  price: number
  validityDays: number
  classesLimit?: number
  school: SchoolSeed
}

/** The day when the courses were changed to a type that nothing can grant. */
export const COURSES_CHANGED_DAYS_AGO = 41

const course = {type: 'subscription', formerType: 'unlimited', validityDays: 56, school: FJORD} as const

export const DAY_DROP_IN: PassSeed = {
  id: 'pass-day-drop-in',
  name: 'Day Drop In',
  type: 'unlimited',
  price: 400,
  validityDays: 1,
  school: FJORD,
}
export const ONE_COURSE: PassSeed = {...course, id: 'pass-1-course', name: '1 Course (8 weeks)', price: 1290}
export const TWO_COURSES: PassSeed = {...course, id: 'pass-2-course', name: '2 Course Pass', price: 2290}
export const THREE_COURSES: PassSeed = {...course, id: 'pass-3-course', name: '3 Course Pass', price: 2790}
export const FOUR_COURSES: PassSeed = {...course, id: 'pass-4-course', name: '4 Course Pass', price: 3200}
export const TRIAL: PassSeed = {
  id: 'pass-open-week-trial',
  name: 'Open week Trial Pass',
  type: 'multi',
  price: 250,
  validityDays: 30,
  classesLimit: 10,
  school: FJORD,
}
export const DROP_IN: PassSeed = {
  id: 'pass-drop-in-class',
  name: 'Drop-in Class',
  type: 'single',
  price: 250,
  validityDays: 14,
  school: FJORD,
}
export const CLIP_CARD: PassSeed = {
  id: 'pass-10-single-clip-card',
  name: '10 Single Clip Card',
  type: 'multi',
  price: 2000,
  validityDays: 120,
  classesLimit: 10,
  school: FJORD,
}
export const HAVN_MONTH: PassSeed = {
  id: 'pass-havn-month',
  name: 'Unlimited Month',
  type: 'unlimited',
  price: 95,
  validityDays: 30,
  school: HAVN,
}
export const HAVN_FIVE: PassSeed = {
  id: 'pass-havn-5-classes',
  name: '5 Class Card',
  type: 'multi-pass',
  price: 80,
  validityDays: 60,
  classesLimit: 5,
  school: HAVN,
}

export const CATALOGUE = [
  DAY_DROP_IN,
  ONE_COURSE,
  TWO_COURSES,
  THREE_COURSES,
  FOUR_COURSES,
  TRIAL,
  DROP_IN,
  CLIP_CARD,
  HAVN_MONTH,
  HAVN_FIVE,
] as const

export function passDocument(pass: PassSeed, clock: SeedClock): LakeDocument {
  const made = toIso(clock.daysAgo(400, 10))
  const changed = pass.formerType ? toIso(clock.daysAgo(COURSES_CHANGED_DAYS_AGO, 13)) : made
  return {
    _id: pass.id,
    _type: 'pass',
    _createdAt: made,
    _updatedAt: changed,
    name: pass.name,
    description: '',
    type: pass.type,
    price: pass.price,
    validityType: 'days',
    validityDays: pass.validityDays,
    ...(pass.classesLimit === undefined ? {} : {classesLimit: pass.classesLimit}),
    isActive: true,
    promoActive: false,
    tenant: {_type: 'reference', _ref: pass.school.id},
    createdAt: made,
    updatedAt: changed,
  }
}
