import {z} from 'zod'

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
  accounts: Record<string, string[]> | null
  origins: string[]
}

export type SchoolAccess = Record<string, readonly string[]>

/** What is wrong with one setting, told by its name and never by its value. */
export type ConfigProblem = {setting: string; problem: string}

const filled = z.string('is not set').trim().min(1, 'is empty')

const json = filled.transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('is not JSON')
    return z.NEVER
  }
})

const schoolIds = z.union([z.literal('*').transform(() => ['*']), z.array(z.string().min(1))])
const access = z.record(z.string().min(1), schoolIds, 'must map a role or a user id to school ids')
const accounts = z.record(
  z.string().min(1),
  z.array(z.string().startsWith('acct_')),
  'must map a school id to account ids',
)

const origins = filled.transform((text, context) => {
  const list = text.split(',').map((origin) => origin.trim())
  if (list.every(isExactOrigin)) return list
  context.addIssue('must be exact origins such as https://studio.example.com, separated by commas')
  return z.NEVER
})

const shape = {
  STRIPE_SECRET_KEY: filled.regex(
    /^(sk|rk)_(live|test)_\w+$/,
    'must begin with sk_live_, rk_live_, sk_test_ or rk_test_',
  ),
  LIVE: z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true'),
  STRIPE_APPLICATION: filled.startsWith('ca_', 'must begin with ca_').optional(),
  SANITY_PROJECT_ID: filled.regex(/^[a-z0-9-]+$/, 'must be a project id'),
  SANITY_DATASET: filled.regex(/^[a-z0-9_-]+$/, 'must be the name of a dataset'),
  SANITY_WRITE_TOKEN: filled,
  SCHOOL_ACCESS: json.pipe(access).optional(),
  SCHOOL_ACCOUNTS: json.pipe(accounts).refine(isOneSchoolEach, 'gives one account to two schools').optional(),
  ALLOWED_ORIGINS: origins.optional(),
}
const environment = z.object(shape)

/**
 * Parses the environment once. Every problem is found, not only the first, so that one deployment mends them all.
 *
 * @example
 * parseConfig({LIVE: 'yes'}).problems[0] // {setting: 'STRIPE_SECRET_KEY', problem: 'is not set'}
 */
export function parseConfig(raw: Record<string, string | undefined>): {
  config: Config | null
  problems: ConfigProblem[]
  /** Known even when other settings are wrong, so that a Studio can read what is wrong. */
  origins: string[]
} {
  const present = Object.fromEntries(
    Object.keys(shape).flatMap((name) =>
      raw[name] === undefined || raw[name] === '' ? [] : [[name, raw[name]]],
    ),
  )
  const parsed = environment.safeParse(present)
  const allowed = shape.ALLOWED_ORIGINS.safeParse(present['ALLOWED_ORIGINS']).data ?? []
  const problems = [...(parsed.error ? toProblems(parsed.error) : []), ...modeProblems(present)]
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
  const key = shape.STRIPE_SECRET_KEY.safeParse(raw['STRIPE_SECRET_KEY'])
  const live = shape.LIVE.safeParse(raw['LIVE'])
  if (!key.success || !live.success) return []
  if (/^.k_live_/.test(key.data) === live.data) return []
  const problem = live.data
    ? 'LIVE is true, but the key is a test key'
    : 'LIVE is false, but the key is a live key'
  return [
    {setting: 'STRIPE_SECRET_KEY', problem},
    {setting: 'LIVE', problem},
  ]
}

function isExactOrigin(text: string): boolean {
  return text !== 'null' && URL.canParse(text) && new URL(text).origin === text
}

function isOneSchoolEach(map: Record<string, string[]>): boolean {
  const all = Object.values(map).flatMap((list) => Array.from(new Set(list)))
  return new Set(all).size === all.length
}
