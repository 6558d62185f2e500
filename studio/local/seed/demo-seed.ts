import type {LakeDocument} from '../lake/lake-document.ts'
import type {LakePerson} from '../lake/people.ts'
import {createIds} from '../stripe/objects/ids.ts'
import type {StripeSeed} from '../stripe/stripe-seed.ts'
import {casesApart} from './cases-apart.ts'
import {casesGrantedWrong} from './cases-granted-wrong.ts'
import {casesNoSale} from './cases-no-sale.ts'
import {casesNotGranted, paidNoPass} from './cases-not-granted.ts'
import {CATALOGUE, HAVN_FIVE, passDocument} from './catalogue.ts'
import {type ClassSchedule, classSchedule} from './class-schedule.ts'
import {ordinarySales} from './ordinary-sales.ts'
import {people, type TokenOf} from './people.ts'
import {createRandom, type Random} from './random.ts'
import {grant, type Sale, sell} from './sale.ts'
import {schoolDocument, SCHOOLS} from './schools.ts'
import type {SeedCase} from './seed-case.ts'
import {type SeedClock, seedClock} from './seed-clock.ts'
import {demoStripe} from './stripe-accounts.ts'
import {HAVN_STUDENTS, studentDocument, STUDENTS} from './students.ts'
import {webhookLogs} from './webhook-logs.ts'

export interface DemoSeed {
  documents: LakeDocument[]
  people: LakePerson[]
  stripe: StripeSeed
  /** The student of the main job: 250 kr paid, no pass. */
  walk: {student: string; name: string; session: string; pass: string}
}

/**
 * Two dance schools with four months of sales: 40 students, about 150 payments, nearly all with their pass, and
 * at least one of everything that goes wrong. The same day gives the same schools.
 *
 * @example const {documents, people} = demoSeed({now: new Date()})
 */
export function demoSeed({now, tokenOf}: {now: Date; tokenOf?: TokenOf}): DemoSeed {
  const clock = seedClock(now)
  const random = createRandom(20_260_310)
  const schedule = classSchedule(random, clock)
  const cases = [
    ...casesNotGranted(clock),
    ...casesGrantedWrong(clock),
    ...casesApart(clock),
    ...casesNoSale(clock),
    missingAtHavn(clock),
    ...ordinarySales(random, clock).map((sale) => inOrder(sale, schedule, random, clock)),
  ]
  const [walk] = paidNoPass(clock).sales
  return {
    documents: [
      ...SCHOOLS.map((school) => schoolDocument(school, clock)),
      ...CATALOGUE.map((pass) => passDocument(pass, clock)),
      ...STUDENTS.map((student, nth) => studentDocument(student, nth, clock)),
      ...cases.flatMap(({documents}) => documents),
      ...schedule.documents(),
      ...cases.flatMap((of) => of.sales.flatMap((sale) => webhookLogs(sale, of, clock))),
    ].map(withRevision),
    people: people(tokenOf),
    stripe: demoStripe(
      cases.flatMap(({sales}) => sales.map(({stripe}) => stripe)),
      clock,
    ),
    walk: {
      student: walk?.student.id ?? '',
      name: walk?.student.name ?? '',
      session: walk?.stripe.id ?? '',
      pass: walk?.pass.id ?? '',
    },
  }
}

function inOrder(sale: Sale, schedule: ClassSchedule, random: Random, clock: SeedClock): SeedCase {
  const document = grant(sale)
  const limit = typeof document['remainingClips'] === 'number' ? document['remainingClips'] : null
  const used = schedule.book({
    student: sale.student.id,
    type: typeof document['type'] === 'string' ? document['type'] : '',
    from: sale.paidAt,
    to: Math.min(sale.at + sale.pass.validityDays * 86_400_000, clock.now + 6 * 86_400_000),
    wanted: sale.pass.school.id === HAVN_FIVE.school.id ? 0 : random.between(0, limit ?? 6),
  })
  return {
    verdict: 'matched',
    sales: [sale],
    documents: [limit === null ? document : {...document, remainingClips: limit - used}],
  }
}

function missingAtHavn(clock: SeedClock): SeedCase {
  const [student] = HAVN_STUDENTS
  const sale = sell({key: 'aino-five', student, pass: HAVN_FIVE, at: clock.daysAgo(3, 12, 20)}, clock)
  return {verdict: 'missing', sales: [sale], documents: [], webhookError: 'Request timed out'}
}

function withRevision(document: LakeDocument): LakeDocument {
  const {_id} = document
  const revision = createIds(`revision ${_id}`)('', 22).slice(1)
  return {...document, _rev: revision}
}
