import {Fault} from '../../plugin/core/contract/fault.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {StudentSync} from '../../plugin/core/contract/sync.ts'
import {accountsOf} from '../access/accounts-of.ts'
import {isPayment} from '../handlers/readings.ts'
import type {Reading, SchoolBook} from '../ports.ts'
import {sinceFor} from './amend-state.ts'
import {judgeReadings} from './judge-readings.ts'
import {takeTurn} from './take-turn.ts'
import type {SyncWay} from './take-step.ts'
import {withOutcomes} from './with-readings.ts'

/** One run per student in so long, however often they open the page. */
const PAUSE = 10 * MINUTE
/** Whoever paid with somebody else's email is found among the newest sessions, by their Clerk id. */
const LATELY = 2 * DAY

/**
 * Looks up what one student paid, and repairs what is beyond doubt: for whoever has paid, sees no pass, and opens the
 * page once more.
 *
 * @param student a user document's id or a Clerk id
 * @throws Fault `not_found` for nobody, `rate_limited` within ten minutes, or what kept it from being read
 */
export async function syncStudent(way: SyncWay, student: string, write: boolean): Promise<StudentSync> {
  const {ledger, school, now} = way.of
  const book = ledger.open(school)
  await book.readBasics()
  await book.add({people: [student]})
  const who = whoIs(book, student)
  const at = now()
  return takeTurn(ledger, {key: `student ${school} ${who.document}`, pause: PAUSE, now: at}, async () => {
    const from = await sinceFor(ledger, school, {now: at, write})
    let found: StudentSync = {repairs: [], left: [], failed: []}
    for (const account of accountsOf(book.ledger())) {
      const readings = await readPaid(way, account, who)
      const outcomes = await judgeReadings(way, {at, write, automaticSince: from}, {account, readings})
      found = withOutcomes(found, outcomes)
    }
    return found
  })
}

type Who = {document: string; ids: ReadonlySet<string>; emails: string[]}

/**
 * The same person may have several documents: whichever is asked for, it is one turn. Of which school they are does not
 * matter: whoever buys for the first time holds nothing there yet, and their document seldom says.
 */
function whoIs(book: SchoolBook, student: string): Who {
  const {students} = book.ledger()
  const documents = students.map(({id}) => id).toSorted()
  const [document] = documents
  if (document === undefined) throw new Fault('not_found', 'no such student', {student})
  return {
    document,
    ids: new Set(students.flatMap(({id, clerkId}) => [id, clerkId ?? id])),
    emails: [...new Set(students.flatMap(({email}) => email ?? []))],
  }
}

async function readPaid(
  {of: {payments, now}}: SyncWay,
  account: string,
  {ids, emails}: Who,
): Promise<Reading[]> {
  const [latest, ...byEmail] = await Promise.all([
    payments.page(account, now() - LATELY, null),
    ...emails.map((email) => payments.byEmail(account, email)),
  ])
  const named = latest.readings.filter(
    (reading) => isPayment(reading) && ids.has(reading.names.clerkId ?? ''),
  )
  return [...new Map([...named, ...byEmail.flat()].map((reading) => [reading.id, reading])).values()]
}
