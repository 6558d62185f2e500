import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {gzipSync} from 'node:zlib'
import {builtFunctions, bundleWorker} from '../functions/hosts/bundle-worker.ts'

const RUNS = 15

export type ColdFigures = {
  /** From the start of a process to the first request answered: one without a token, so that it is a 401. */
  first401Ms: number
  /** From the start of a process until Stripe's SDK is imported, and nothing else. */
  stripeImportMs: number
  ratio: number
  /** Of the Worker as it is uploaded, both SDKs included. */
  gzipBytesWorker: number
}

const FIRST_401 = `
import {createHandler} from './index.js'
const environment = {
  STRIPE_SECRET_KEY: 'rk_live_thatNobodyHas',
  LIVE: 'true',
  SANITY_PROJECT_ID: 'abc123',
  SANITY_DATASET: 'production',
  SANITY_WRITE_TOKEN: 'a-token-that-nobody-has',
}
const handler = createHandler({environment, log: () => undefined})
const headers = {'x-passes-contract': '1'}
const {status} = await handler(new Request('https://function.example.com/v1/schools', {headers}))
if (status !== 401) throw new Error('answered with ' + status)
console.log(performance.now())
`
const STRIPE_IMPORT = `
import 'stripe'
console.log(performance.now())
`
const WORKER = `
import {createWorker} from './index.js'
export default createWorker()
`

/**
 * Measures how soon the built function answers in a process of its own, against what importing Stripe's SDK alone
 * takes. The least of several runs in turns: whatever else the machine does only ever adds.
 */
export async function benchCold(): Promise<ColdFigures> {
  const {folder, remove} = await builtFunctions()
  try {
    const file = (name: string, source: string): string => {
      writeFileSync(join(folder, name), source)
      return join(folder, name)
    }
    const first401 = file('first-401.js', FIRST_401)
    const stripeImport = file('stripe-import.js', STRIPE_IMPORT)
    const runs = Array.from({length: RUNS}, () => ({first401: run(first401), stripe: run(stripeImport)}))
    const first401Ms = Math.min(...runs.map((one) => one.first401))
    const stripeImportMs = Math.min(...runs.map((one) => one.stripe))
    return {
      first401Ms: rounded(first401Ms),
      stripeImportMs: rounded(stripeImportMs),
      ratio: rounded(first401Ms / stripeImportMs),
      gzipBytesWorker: gzipSync(await bundleWorker(folder, WORKER)).length,
    }
  } finally {
    remove()
  }
}

/** Milliseconds since the process began, as it says itself. */
function run(file: string): number {
  const ms = Number(execFileSync(process.execPath, [file], {encoding: 'utf8'}))
  if (!Number.isFinite(ms)) throw new Error(`${file} told no time`)
  return ms
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100
}
