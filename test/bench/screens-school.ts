import {SECOND} from '../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../../studio/local/lake/lake-document.ts'
import {CLIP_CARD, DAY_DROP_IN, DROP_IN, TRIAL} from '../../studio/local/seed/catalogue.ts'
import {type DemoSeed, demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {grant, sell} from '../../studio/local/seed/sale.ts'
import {FJORD} from '../../studio/local/seed/schools.ts'
import {seedClock} from '../../studio/local/seed/seed-clock.ts'
import {type StudentSeed, studentDocument} from '../../studio/local/seed/students.ts'

/** Sold within the period that the screen reads by itself. */
const DAYS = 85
const PASSES = [DROP_IN, CLIP_CARD, TRIAL, DAY_DROP_IN] as const
/** Three in a hundred were never granted. */
const EVERY = 33

export type ScreensSchoolOptions = {
  entries: number
  students: number
  /** Payments of the one student who comes every day. */
  ofOne: number
  /** When it is looked at; now unless said. */
  now?: Date
}

export type ScreensSchool = Pick<DemoSeed, 'documents' | 'people' | 'stripe'> & {
  /** The document of that student. */
  busiest: string
}

/** The demo's schools, one of them grown to the size that the screens have to bear. */
export function screensSchool({
  entries,
  students,
  ofOne,
  now = new Date(),
}: ScreensSchoolOptions): ScreensSchool {
  const clock = seedClock(now)
  const seed = demoSeed({now})
  const people = Array.from({length: students}, (_, nth) => invented(nth))
  const busiest = invented(students)
  const sales = Array.from({length: entries}, (_, nth) => {
    const minute = Math.floor((nth * DAYS * 1_440) / entries)
    const at = clock.now - (minute + 60) * 60 * SECOND
    const student = nth % Math.floor(entries / ofOne) === 0 ? busiest : people[nth % students]
    const pass = PASSES[nth % PASSES.length] ?? DROP_IN
    return sell({key: `large-${nth}`, student: student ?? busiest, pass, at}, clock)
  })
  const documents: LakeDocument[] = [
    ...[...people, busiest].map((student, nth) => studentDocument(student, nth, clock)),
    ...sales.filter((_, nth) => nth % EVERY !== 0).map((sale) => grant(sale)),
  ]
  const sessions = [...seed.stripe.sessions, ...sales.map(({stripe}) => stripe)]
  return {
    people: seed.people,
    documents: [
      ...seed.documents,
      ...documents.map((document) => Object.assign(document, {_rev: `rev-${document._id}`})),
    ],
    stripe: {...seed.stripe, sessions},
    busiest: busiest.id,
  }
}

function invented(nth: number): StudentSeed {
  return {
    id: `student-large-${nth}`,
    name: `Student ${nth}`,
    email: `student${nth}@example.com`,
    clerkId: `user_large${nth}`,
    school: FJORD,
  }
}
