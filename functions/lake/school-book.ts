import type {Ledger} from '../../plugin/core/contract/facts.ts'
import {parseDocuments} from '../../plugin/core/documents/parse-documents.ts'
import type {PinnedAccounts} from '../../plugin/core/documents/pinned-accounts.ts'
import {PAGE, RECORDS, REMARKS} from '../../plugin/core/documents/own-queries.ts'
import type {Queries} from '../../plugin/core/documents/queries.ts'
import type {Named, SchoolBook} from '../ports.ts'
import type {AskLake} from './ask.ts'
import {createAgenda} from './agenda.ts'

/** Opens what is to be read of one school. Nothing is read yet. */
export function openSchoolBook({
  ask,
  school,
  schoolAccounts,
  queries,
}: {
  ask: AskLake
  school: string
  schoolAccounts: PinnedAccounts | null
  queries: Queries
}): SchoolBook {
  const documents: unknown[] = []
  const agenda = createAgenda()
  let parsed: Ledger | null = null

  const ledger = (): Ledger => (parsed ??= parseDocuments(documents, {school, schoolAccounts}))
  const keep = (parts: Record<string, unknown[]>): void => {
    for (const part of Object.values(parts)) documents.push(...part)
    parsed = null
  }

  return {
    ledger,
    async readBasics(named = {}) {
      agenda.want(named)
      const {references, entitlements, passes} = agenda.takeDirect()
      const params = {school, after: '', passes, references, ids: entitlements}
      const parts = await ask('basics', basicsOf(queries), params)
      keep(parts)
      await Promise.all([
        readOn('records', RECORDS, parts['records'] ?? []),
        readOn('remarks', REMARKS, parts['remarks'] ?? []),
      ])
    },
    async readWhole() {
      const passes = ledger().passes.flatMap((pass) => (pass.school === school ? [pass.id] : []))
      const {entitlementsOfSchool: entitlements, studentsOfSchool: students} = queries
      const parts = await ask('school', {entitlements, students}, {school, passes, after: ''})
      keep(parts)
      await Promise.all([
        readOn('entitlements', entitlements, parts['entitlements'] ?? [], passes),
        readOn('students', students, parts['students'] ?? []),
      ])
    },
    async add(named) {
      agenda.want(named)
      await follow()
    },
  }

  /** Whoever was found may be known by another id or email, and hold passes under it: asks until nobody is new. */
  async function follow(): Promise<void> {
    const {passes, entitlements} = ledger()
    agenda.know('passes', passes.map(idIn))
    agenda.know('entitlements', entitlements.map(idIn))
    agenda.want(leadsOf(ledger()))
    const chunks = agenda.takeChunks()
    if (chunks.length === 0) return
    const answers = await Promise.all(chunks.map((chunk) => readNamed({ask, queries, school}, chunk)))
    for (const {parts, covered} of answers) {
      keep(parts)
      agenda.know('people', covered)
    }
    await follow()
  }

  async function readOn(tag: string, query: string, page: unknown[], passes: string[] = []): Promise<void> {
    const last = page.length < PAGE ? null : idOf(page.at(-1))
    if (last === null) return
    const parts = await ask(tag, {[tag]: query}, {school, passes, after: last})
    keep(parts)
    await readOn(tag, query, parts[tag] ?? [], passes)
  }
}

function basicsOf(queries: Queries) {
  return {
    tenants: queries.schools,
    passes: queries.passes,
    records: RECORDS,
    remarks: REMARKS,
    drafts: queries.drafts,
    entitlements: queries.entitlementsOfPayments,
    upgraded: queries.entitlementsUpgraded,
  }
}

/** So many people that the lake looks up by itself under which documents they are known. */
const SOME = 200

/** @returns `covered`: people under whose documents nothing more is to be found */
async function readNamed(
  {ask, queries, school}: {ask: AskLake; queries: Queries; school: string},
  chunk: Named,
): Promise<{parts: Record<string, unknown[]>; covered: string[]}> {
  const areSome = chunk.people.length + chunk.emails.length <= SOME
  const asked = {
    students: queries.studentsByIdentity,
    held: areSome ? queries.entitlementsOfSome : queries.entitlementsOfStudents,
    entitlements: queries.entitlementsOfPayments,
    upgraded: queries.entitlementsUpgraded,
    bookings: areSome ? queries.bookingsOfSome : queries.bookings,
    ...(chunk.passes.length > 0 && {passes: queries.passes}),
  }
  const parts = await ask('named', asked, toParams(school, chunk))
  const found = (parts['students'] ?? []).flatMap((student) => idOf(student) ?? [])
  return {parts, covered: areSome ? found : []}
}

function toParams(school: string, {people, emails, passes, entitlements, references}: Named) {
  return {school, people, emails, passes, references, ids: entitlements}
}

/** Everybody and everything that what was read so far names. */
function leadsOf({students, entitlements}: Ledger): Partial<Named> {
  return {
    people: [
      ...entitlements.flatMap(({student}) => student ?? []),
      ...students.flatMap(({id, clerkId}) => [id, clerkId ?? id]),
    ],
    emails: students.flatMap(({email}) => email ?? []),
    passes: entitlements.flatMap(({pass}) => pass ?? []),
  }
}

function idIn({id}: {id: string}): string {
  return id
}

function idOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('_id' in document)) return null
  return typeof document._id === 'string' ? document._id : null
}
