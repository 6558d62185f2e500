import type {SanityClient} from '@sanity/client'
import type {Remark} from '../../plugin/core/contract/remark.ts'
import type {School} from '../../plugin/core/contract/school.ts'
import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {parseTenant} from '../../plugin/core/documents/parse-tenant.ts'
import {pinnedAccounts, type PinnedAccounts} from '../../plugin/core/documents/pinned-accounts.ts'
import {DOCUMENTS, RECORDS_NEWEST_FIRST, RECORDS_UNDOING} from '../../plugin/core/documents/own-queries.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {parseRemarks, remarksDocument, remarksId} from '../../plugin/core/documents/remarks-document.ts'
import {
  INSTALLATION_ID,
  installationDocument,
  parseInstallation,
  parseSyncDocument,
  parseTurn,
  syncDocument,
  syncDocumentId,
  turnDocument,
  turnDocumentId,
  type StateDocument,
} from '../../plugin/core/documents/sync-document.ts'
import type {LedgerPort} from '../ports.ts'
import {createAskLake, type AskLake} from './ask.ts'
import {readUpkeep, readUpkeeps} from './read-upkeep.ts'
import {recall} from './recall.ts'
import {saveState} from './save-state.ts'
import {translateError} from './translate-error.ts'
import {openSchoolBook} from './school-book.ts'
import type {SchemaProof} from './schema-proof.ts'
import type {WritePace} from './write-pace.ts'
import {writeRepair} from './write-repair.ts'

/**
 * The lake, as handlers need it.
 *
 * @param options.robot reads
 * @param options.clientOf makes the client that writes with a person's token
 * @param options.schema what the school's own types and fields are called
 * @param options.prove shared by all requests of an instance
 * @param options.pace all writes of an instance share it
 * @param options.onCall hears of every request
 */
export function createLedgerPort({
  robot,
  clientOf,
  schoolAccounts,
  schema,
  prove,
  pace,
  onCall,
}: {
  robot: SanityClient
  clientOf: (token: string) => SanityClient
  schoolAccounts: PinnedAccounts | null
  schema: SchoolSchema
  prove: SchemaProof
  pace: WritePace
  onCall: () => void
}): LedgerPort {
  const {queries} = schema
  const ask = createAskLake(robot, onCall, schema)
  const save: Save = (document, revision) =>
    pace(1, () => {
      onCall()
      return saveState(robot, document, revision)
    })
  return {
    async schools() {
      const {tenants = []} = await ask('schools', {tenants: queries.schools}, {})
      return tenants.filter(isShape).map((document) => toSchool(document, schoolAccounts))
    },
    open: (school) => openSchoolBook({ask, school, schoolAccounts, queries}),
    async documents(ids) {
      if (ids.length === 0) return []
      const {documents = []} = await ask('documents', {documents: DOCUMENTS}, {ids})
      return documents
    },
    async standing(ids) {
      if (ids.length === 0) return []
      const drafts = ids.map((id) => `drafts.${id}`)
      const {standing = []} = await ask('standing', {standing: queries.documentsAndEdits}, {ids, drafts})
      return standing
    },
    async heldFor(references) {
      const params = {references, ids: []}
      const {held = []} = await ask('held', {held: queries.entitlementsOfPayments}, params)
      return held
    },
    findsClaims: () => findsClaims(ask, schema),
    async records({school, batch, before: {at, id}}) {
      const {records = []} = await ask('records', {records: RECORDS_NEWEST_FIRST}, {school, batch, at, id})
      return records
    },
    async undoing(school, ids) {
      if (ids.length === 0) return []
      const {undoing = []} = await ask('undoing', {undoing: RECORDS_UNDOING}, {school, ids})
      return undoing
    },
    write(writing) {
      return pace(writing.changes.length + 1, () => {
        onCall()
        return writeRepair(clientOf(writing.actor.token), writing, {schema, prove})
      })
    },
    remarks: (school, about) => recall(ask, remarksId(school, about), remarksIn),
    saveRemarks({actor, school, about, kept: {state, revision}}) {
      const document = remarksDocument(school, {about, list: [...state]})
      return pace(1, () => {
        onCall()
        return saveState(clientOf(actor.token), document, revision, translateError)
      })
    },
    upkeep: (school) => readUpkeep(ask, school),
    upkeeps: (schools) => readUpkeeps(ask, schools),
    ...statesPort(ask, save),
  }
}

type Save = (document: StateDocument, revision: string | null) => Promise<void>
type States = 'syncState' | 'saveSyncState' | 'installation' | 'saveInstallation' | 'turn' | 'saveTurn'

/** What this function remembers for itself. */
function statesPort(ask: AskLake, save: Save): Pick<LedgerPort, States> {
  return {
    syncState: (school) =>
      recall(ask, syncDocumentId(school), (document) => parseSyncDocument(document, school)),
    saveSyncState: ({state, revision}) => save(syncDocument(state), revision),
    installation: () => recall(ask, INSTALLATION_ID, parseInstallation),
    saveInstallation: ({state, revision}) => save(installationDocument(state), revision),
    turn: (key) => recall(ask, turnDocumentId(key), (document) => parseTurn(document, key)),
    saveTurn: ({state, revision}) => save(turnDocument(state), revision),
  }
}

async function findsClaims(ask: AskLake, {fingerprint, queries}: SchoolSchema): Promise<boolean> {
  if (fingerprint === '') return true
  const {anyClaim: claims, anyUpgrade: upgrades, anyUpgradeClaim: upgradeClaims} = queries
  const found = await ask('claims', {claims, upgrades, upgradeClaims}, {})
  const isThere = (what: keyof typeof found): boolean => (found[what] ?? []).length > 0
  return isThere('claims') && (isThere('upgradeClaims') || !isThere('upgrades'))
}

function remarksIn(document: Shape | undefined): readonly Remark[] {
  return document === undefined ? [] : parseRemarks(document).list
}

/** A school whose document is damaged is shown without accounts, which says so, rather than not at all. */
function toSchool(document: Shape, schoolAccounts: PinnedAccounts | null): School {
  const id = String(document['_id'])
  try {
    return parseTenant(document, pinnedAccounts(schoolAccounts, id))
  } catch (error) {
    if (!(error instanceof GarbledField)) throw error
    const unknown = {slug: null, currency: null, country: null, contactEmail: null}
    return {id, name: id, accounts: [], timeZone: 'UTC', ...unknown}
  }
}
