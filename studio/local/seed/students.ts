import {toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {createIds} from '../stripe/objects/ids.ts'
import {FJORD, HAVN, type SchoolSeed} from './schools.ts'
import type {SeedClock} from './seed-clock.ts'

export interface StudentSeed {
  id: string
  name: string
  email: string
  clerkId: string
  school: SchoolSeed
}

/** Each has one thing to show, so that a row on the screen is about one thing. */
const IN_CASES = [
  'Ada Lindqvist',
  'Bjørn Haugen',
  'Celine Aas',
  'Dagny Fossum',
  'Emre Yilmaz',
  'Frida Nygård',
  'Gunnar Eide',
  'Hanna Sørli',
  'Idris Warsame',
  'Johanna Kivelä',
  'Kasper Lund',
  'Leila Hosseini',
  'Magnus Tveit',
  'Nora Brekke',
  'Oskar Hellström',
  'Petra Nováková',
] as const

/** With these everything is in order, as with most students. */
const IN_ORDER = [
  'Quyen Tran',
  'Ragnhild Moen',
  'Samuel Okafor',
  'Tuva Bakke',
  'Ulrik Dahl',
  'Vilde Strand',
  'Wiktor Zieliński',
  'Yara Haddad',
  'Åse Kvam',
  'Ørjan Myhre',
  'Amina Diallo',
  'Birk Solheim',
  'Camila Rojas',
  'David Njoroge',
  'Elin Sandvik',
  'Fatima Benali',
  'Greta Holm',
  'Håkon Lie',
] as const

const AT_HAVN = [
  'Aino Virtanen',
  'Eero Mäkinen',
  'Helmi Nieminen',
  'Onni Korhonen',
  'Saara Heikkinen',
  'Veeti Rantanen',
] as const

export type CaseName = (typeof IN_CASES)[number]

/** @example studentNamed('Ada Lindqvist').email // 'ada.lindqvist@example.com' */
export function studentNamed(name: CaseName): StudentSeed {
  return student(name, FJORD)
}

export const ORDINARY_STUDENTS = mapNames(IN_ORDER, FJORD)
export const HAVN_STUDENTS = mapNames(AT_HAVN, HAVN)
export const STUDENTS: readonly StudentSeed[] = [
  ...IN_CASES.map(studentNamed),
  ...ORDINARY_STUDENTS,
  ...HAVN_STUDENTS,
]

function mapNames(
  names: readonly [string, ...string[]],
  school: SchoolSeed,
): [StudentSeed, ...StudentSeed[]] {
  const [first, ...rest] = names
  return [student(first, school), ...rest.map((name) => student(name, school))]
}

function student(name: string, school: SchoolSeed): StudentSeed {
  const plain = name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
  return {
    id: `student-${plain.replaceAll(' ', '-')}`,
    name,
    email: `${plain.replaceAll(' ', '.')}@example.com`,
    clerkId: createIds(name)('user', 27),
    school,
  }
}

export function studentDocument(of: StudentSeed, position: number, clock: SeedClock): LakeDocument {
  const joined = toIso(clock.daysAgo(130 + position, 8 + (position % 12)))
  const [firstName = '', ...rest] = of.name.split(' ')
  return {
    _id: of.id,
    _type: 'user',
    _createdAt: joined,
    _updatedAt: joined,
    clerkId: of.clerkId,
    // Some typed it with capitals; nobody but a program cares.
    email: position % 9 === 4 ? of.email.replace(/^./, (letter) => letter.toUpperCase()) : of.email,
    name: of.name,
    firstName,
    lastName: rest.join(' '),
    role: 'student',
    isActive: true,
    createdAt: joined,
    updatedAt: joined,
    // Often absent: it was not written before the platform had two schools.
    ...(position % 4 === 3 ? {} : {tenant: {_type: 'reference', _ref: of.school.id}}),
  }
}
