import {CLIP_CARD, DAY_DROP_IN, DROP_IN} from './catalogue.ts'
import {sell} from './sale.ts'
import {FJORD} from './schools.ts'
import type {SeedCase} from './seed-case.ts'
import type {SeedClock} from './seed-clock.ts'
import {ORDINARY_STUDENTS} from './students.ts'

/** Sessions on the school's account that sold no pass. */
export function casesNoSale(clock: SeedClock): SeedCase[] {
  const student = (nth: number) => ORDINARY_STUDENTS[nth] ?? ORDINARY_STUDENTS[0]
  const [first] = ORDINARY_STUDENTS
  const sales = [
    sell(
      {
        key: 'class-booking',
        student: first,
        pass: DROP_IN,
        at: clock.daysAgo(5, 16, 8),
        session: {
          amount: 18_000,
          description: 'Heels workshop',
          productMetadata: {},
          metadata: {classId: 'class-heels-workshop', userId: first.clerkId, tenantId: FJORD.id},
        },
      },
      clock,
    ),
    sell(
      {
        key: 'left-open',
        student: student(1),
        pass: CLIP_CARD,
        at: clock.minutesAgo(50),
        session: {status: 'open'},
      },
      clock,
    ),
    sell(
      {
        key: 'gave-up',
        student: student(2),
        pass: CLIP_CARD,
        at: clock.daysAgo(7, 22, 5),
        session: {status: 'expired'},
      },
      clock,
    ),
    sell(
      {
        key: 'try-out',
        student: student(3),
        pass: DAY_DROP_IN,
        at: clock.daysAgo(40, 11, 50),
        session: {livemode: false},
      },
      clock,
    ),
  ]
  return sales.map((sale) => ({verdict: 'excluded', sales: [sale], documents: []}))
}
