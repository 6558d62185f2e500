import {z} from 'zod'
import type {DocumentMap} from '../plugin/core/documents/document-map.ts'
import type {Documents} from '../plugin/core/documents/documents-option.ts'
import {parseDocumentMap} from '../plugin/core/documents/parse-document-map.ts'
import {PLATFORM_MAP} from '../plugin/core/documents/platform-map.ts'
import {createSchoolSchema, type SchoolSchema} from '../plugin/core/documents/school-schema.ts'
import type {PinnedAccounts} from '../plugin/core/documents/pinned-accounts.ts'
import {SETTINGS} from './settings.ts'

/** What the environment of the function says, parsed. Never logged, never answered. */
export type Config = {
  stripeKey: string
  /** Real money: the mode of the key, and of this installation. */
  live: boolean
  /** The platform's own application id, where it is known. */
  application: string | null
  projectId: string
  dataset: string
  /** The robot's token: reads the ledger, never writes for a person. */
  robotToken: string
  /** Role or user id to school ids; null: administrators act for all schools, everybody else for none. */
  access: SchoolAccess | null
  /** School id to its connected accounts; null: the school's document is believed. */
  accounts: PinnedAccounts | null
  origins: string[]
  /** Of every endpoint in Stripe that tells this function, old and new while one is being rotated; none: no webhook. */
  webhookSecrets: string[]
  /** Whether a delivery grants by itself: only where no other webhook does. */
  webhookWrites: boolean
  /** Whether a full refund ends a pass by itself. */
  autoRevoke: boolean
  /** Hosts that Health may send its redirect probe to. */
  webhookHosts: string[]
  /** What the scheduler and the platform's own server prove themselves with; null: the door is closed to them. */
  syncSecret: string | null
  studentSyncSecret: string | null
  /** Where alerts and messages to students are posted; null: nowhere. */
  alertUrl: string | null
  messageUrl: string | null
  /** PostgreSQL or a folder, where the jobs of many schools wait; null: in this process. */
  databaseUrl: string | null
  /** What the school's own types and fields are called. */
  schema: SchoolSchema
}

export type SchoolAccess = Record<string, readonly string[]>

/** What is wrong with one setting, told by its name and never by its value. */
export type ConfigProblem = {setting: string; problem: string}

const environment = z.object(SETTINGS)

/**
 * Parses the environment once. Every problem is found, not only the first, so that one deployment mends them all.
 *
 * @param documents the same as the setting `DOCUMENTS`, where it is said in code
 * @example
 * parseConfig({LIVE: 'yes'}).problems[0] // {setting: 'STRIPE_SECRET_KEY', problem: 'is not set'}
 */
export function parseConfig(
  raw: Record<string, string | undefined>,
  documents?: Documents,
): {
  config: Config | null
  problems: ConfigProblem[]
  /** Known even when other settings are wrong, so that a Studio can read what is wrong. */
  origins: string[]
} {
  const present = Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) =>
      raw[name] === undefined || raw[name] === '' ? [] : [[name, raw[name]]],
    ),
  )
  const parsed = environment.safeParse(present)
  const allowed = SETTINGS.ALLOWED_ORIGINS.safeParse(present['ALLOWED_ORIGINS']).data ?? []
  const named = documentsIn(present['DOCUMENTS'], documents)
  const problems = [
    ...(parsed.error ? toProblems(parsed.error) : []),
    ...modeProblems(present),
    ...named.problems.map((problem) => ({setting: 'DOCUMENTS', problem})),
  ]
  if (!parsed.success || problems.length > 0) return {config: null, problems, origins: allowed}
  const {data} = parsed
  return {
    problems,
    origins: allowed,
    config: {
      stripeKey: data.STRIPE_SECRET_KEY,
      live: data.LIVE,
      application: data.STRIPE_APPLICATION ?? null,
      projectId: data.SANITY_PROJECT_ID,
      dataset: data.SANITY_DATASET,
      robotToken: data.SANITY_WRITE_TOKEN,
      access: data.SCHOOL_ACCESS ?? null,
      accounts: data.SCHOOL_ACCOUNTS ?? null,
      origins: allowed,
      webhookSecrets: data.STRIPE_WEBHOOK_SECRETS ?? [],
      webhookWrites: data.WEBHOOK_WRITES,
      autoRevoke: data.AUTO_REVOKE,
      webhookHosts: data.WEBHOOK_HOSTS ?? [],
      syncSecret: data.SYNC_SECRET ?? null,
      studentSyncSecret: data.STUDENT_SYNC_SECRET ?? null,
      alertUrl: data.ALERT_WEBHOOK_URL ?? null,
      messageUrl: data.MESSAGE_WEBHOOK_URL ?? null,
      databaseUrl: data.DATABASE_URL ?? null,
      schema: createSchoolSchema(data.DOCUMENTS ?? named.map ?? PLATFORM_MAP),
    },
  }
}

function toProblems(error: z.ZodError): ConfigProblem[] {
  const first = new Map<string, string>()
  for (const issue of error.issues) {
    const setting = String(issue.path[0])
    // A zod message of our own; its default ones may quote what was given, so only depth-one texts are passed on.
    const problem = issue.path.length > 1 ? 'has an entry of the wrong form' : issue.message
    if (!first.has(setting)) first.set(setting, problem)
  }
  return [...first].map(([setting, problem]) => ({setting, problem}))
}

// Reading live payments with a test key shows an empty account as "all good": the two must agree in words.
function modeProblems(raw: Record<string, unknown>): ConfigProblem[] {
  const key = SETTINGS.STRIPE_SECRET_KEY.safeParse(raw['STRIPE_SECRET_KEY'])
  const live = SETTINGS.LIVE.safeParse(raw['LIVE'])
  if (!key.success || !live.success) return []
  if (/^.k_live_/.test(key.data) === live.data) return []
  const kind = live.data ? 'a test key' : 'a live key'
  return [
    {setting: 'STRIPE_SECRET_KEY', problem: `is ${kind}, but LIVE is ${live.data}`},
    {setting: 'LIVE', problem: `is ${live.data}, but the key is ${kind}`},
  ]
}

function documentsIn(
  setting: unknown,
  documents: Documents | undefined,
): {map: DocumentMap | null; problems: string[]} {
  if (documents === undefined) return {map: null, problems: []}
  if (setting !== undefined) return {map: null, problems: ['is given twice: as a setting, and in code']}
  return parseDocumentMap(documents)
}
