import type {Documents} from './core/documents/documents-option.ts'

/** How `stripePasses()` is set up in `sanity.config.ts`. */
export type StripePassesOptions = {
  /**
   * Where the function answers: `https://…`, a loopback `http://…` while developing, or a path such as `/api` on
   * the Studio's own origin. Usually `process.env.SANITY_STUDIO_PASSES_ENDPOINT`.
   */
  endpoint: string | undefined
  /** What the tool is called in the Studio's menu; "Passes" unless said otherwise. */
  title?: string
  /**
   * Where students buy: `https://dance.example.com/{school}/passes`, with `{school}` where the school's slug goes.
   * Health opens it for whoever tries a purchase.
   */
  shop?: string
  /** What the school's own types and fields are called, where they are not the platform's: as in the function. */
  documents?: Documents
  /**
   * Whether a student's and a held pass's document shows by itself that something does not agree, and offers the
   * repair; true unless said otherwise. It costs a few of Stripe's reads for each document that somebody stays at.
   */
  badges?: boolean
}

export type PassesOptions = {
  endpoint: string
  title: string
  shop: string | null
  badges: boolean
  documents?: Documents
}

const NAMES: ReadonlySet<string> = new Set(['endpoint', 'title', 'shop', 'documents', 'badges'])

// Checked by hand: a schema library would be the largest part of what a Studio loads at its start.
/**
 * Checks the options when the Studio starts, so that a wrong one fails there and names itself.
 *
 * @example parseOptions({endpoint: 'https://passes.example.com/'}) // {endpoint: 'https://passes.example.com', title: 'Passes', shop: null, badges: true}
 */
export function parseOptions(given: StripePassesOptions): PassesOptions {
  const problems = Object.keys(given)
    .filter((name) => !NAMES.has(name))
    .map((name) => `«${name}» is not an option; there are ${[...NAMES].join(', ')}.`)
  const endpoint = readEndpoint(given.endpoint)
  if ('problem' in endpoint) problems.push(`endpoint: ${endpoint.problem}`)
  const title: unknown = given.title ?? 'Passes'
  if (typeof title !== 'string' || title.trim() === '')
    problems.push('title: must be a text that is not empty.')
  const shop: unknown = given.shop ?? null
  if (shop !== null && !isPage(shop))
    problems.push('shop: must be an address that begins with https://, or a path that starts with one "/".')
  const {documents} = given
  // Its names are checked against the Studio's schema, which there is when the Studio has started.
  if (documents !== undefined && Object(documents) !== documents)
    problems.push('documents: must be an object.')
  const badges: unknown = given.badges ?? true
  if (typeof badges !== 'boolean') problems.push('badges: must be true or false.')
  if (
    problems.length > 0 ||
    'problem' in endpoint ||
    typeof title !== 'string' ||
    (shop !== null && !isPage(shop)) ||
    typeof badges !== 'boolean'
  ) {
    throw new Error(`stripePasses() in sanity.config.ts is set up wrongly. ${problems.join(' ')}`)
  }
  return {endpoint: endpoint.value, title, shop, badges, ...(documents !== undefined && {documents})}
}

type Read = {value: string} | {problem: string}

function readEndpoint(given: unknown): Read {
  if (given === undefined || given === '') {
    return {problem: 'is missing. Set SANITY_STUDIO_PASSES_ENDPOINT to where the function runs.'}
  }
  if (typeof given !== 'string') return {problem: 'must be a text.'}
  if (/^\/(?!\/)/.test(given)) return {value: withoutSlash(given)}
  if (!URL.canParse(given)) return {problem: 'must be a web address or a path that starts with one "/".'}
  const url = new URL(given)
  if (url.username !== '' || url.password !== '') return {problem: 'must not carry a name or password.'}
  if (url.search !== '' || url.hash !== '') return {problem: 'must end before any "?" or "#".'}
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) {
    return {value: withoutSlash(url.href)}
  }
  // The person's token travels with every request.
  return {problem: 'must begin with https://, or be on this machine.'}
}

/** What can be opened in another tab: a path of the Studio's own, or an address that nothing but a page can be at. */
function isPage(given: unknown): given is string {
  if (typeof given !== 'string') return false
  return /^\/(?!\/)/.test(given) || (given.startsWith('https://') && URL.canParse(given))
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '')
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  )
}
