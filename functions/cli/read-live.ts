import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {createFold} from '../../plugin/core/contract/fold-facts.ts'
import {parseConfig, type Config} from '../config.ts'
import {streamFacts} from '../handlers/facts.ts'
import {toRange} from '../handlers/facts-cursor.ts'
import {createSentMonths} from '../handlers/sent-months.ts'
import {createAskLake} from '../lake/ask.ts'
import {createLakeClient} from '../lake/client.ts'
import {readUpkeep} from '../lake/read-upkeep.ts'
import {openSchoolBook} from '../lake/school-book.ts'
import {PATIENCE, type Patience} from '../patience.ts'
import {demandNamed, schoolsIn} from './demand-named.ts'
import {createAsk} from '../stripe/ask.ts'
import {createStripe, type StripeApi} from '../stripe/client.ts'
import {createPace} from '../stripe/pace.ts'
import {createPayments} from '../stripe/payments.ts'

// A report can wait: most of what Stripe allows is left to the function, which may be running beside it.
const SHARE = 0.4

/** Where settings come from, and where the far sides are when they are local ones. */
export type FarSides = {
  environment: Readonly<Record<string, string | undefined>>
  stripeApi?: StripeApi
  lakeHost?: string
  patience?: Patience
}

export type LiveOptions = {school: string; from: string | undefined; to: string | undefined; now: number}

/**
 * Reads a school's facts with live keys, as the function reads them for the Studio. Nothing is written.
 *
 * @throws Fault whatever kept it from being read; `misconfigured` names every setting that is missing or wrong
 */
export async function readLive(
  {school, from, to, now}: LiveOptions,
  farSides: FarSides,
): Promise<{facts: Facts; config: Pick<Config, 'live' | 'application' | 'schema'>; complaints: string[]}> {
  const range = toRange({from, to}, now)
  const config = settingsOf(farSides)
  const ways = readers(config, farSides)
  demandNamed(school, await ways.schools())
  const fold = createFold()
  await streamFacts(
    {school, config, now: () => now, sentMonths: createSentMonths(() => now), ...ways},
    range,
    (part) => Promise.resolve(fold.add(part)),
  )
  const {facts, unchecked} = fold.whole()
  return {
    facts,
    config,
    complaints:
      unchecked === 0 ? [] : [`${unchecked} older passes were not checked: choose an earlier --from`],
  }
}

function settingsOf({environment}: FarSides): Config {
  const {config, problems} = parseConfig(environment)
  if (config !== null) return config
  const sentences = problems.map(({setting, problem}) => `${setting} ${problem}`)
  throw new Fault('misconfigured', `without files, live keys are needed: ${sentences.join('; ')}`)
}

function readers(config: Config, {stripeApi = null, lakeHost = null, patience = PATIENCE}: NullableFarSides) {
  const {projectId, dataset, robotToken: token, accounts, schema} = config
  const nobodyCounts = (): void => undefined
  const askLake = createAskLake(
    createLakeClient({projectId, dataset, token, apiHost: lakeHost, patience}),
    nobodyCounts,
    schema,
  )
  const payments = createPayments({
    stripe: createStripe(config.stripeKey, stripeApi, patience),
    ask: createAsk({
      pace: createPace({live: config.live, share: SHARE}),
      firstPause: patience.firstPause,
      onCall: nobodyCounts,
    }),
    isStopped: () => false,
  })
  const open = (school: string) =>
    openSchoolBook({ask: askLake, school, schoolAccounts: accounts, queries: schema.queries})
  const upkeep = (school: {id: string; accounts: string[]}) => readUpkeep(askLake, school)
  const schools = async () =>
    schoolsIn((await askLake('schools', {all: schema.queries.schools}, {}))['all'] ?? [])
  return {payments, ledger: {open, upkeep}, schools}
}

type NullableFarSides = {stripeApi?: StripeApi | null; lakeHost?: string | null; patience?: Patience}
