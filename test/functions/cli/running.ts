import type {Surroundings} from '../../../functions/cli/audit.ts'
import type {Lake} from '../../../studio/local/lake/start-lake.ts'
import type {LocalStripe} from '../../../studio/local/stripe/start-stripe.ts'
import {robot} from '../people.ts'
import {KEY, NOW} from '../setup.ts'

/** The backends that a command is to find behind its settings. */
type FarSides = {lake: Lake; stripe: LocalStripe}

/**
 * Runs a command as a shell would, with nothing but its settings.
 *
 * @param options.environment settings that differ; undefined takes one away
 * @returns what it answered and printed
 */
export async function run<More extends object>(
  command: (args: readonly string[], surroundings: Surroundings & More) => Promise<number>,
  {lake, stripe}: FarSides,
  args: readonly string[],
  {
    environment = {},
    now = NOW,
    more,
  }: {environment?: Record<string, string | undefined>; now?: number; more: More},
) {
  const printed = {out: '', err: ''}
  const code = await command(args, {
    out: {write: (text) => (printed.out += text)},
    err: {write: (text) => (printed.err += text)},
    now,
    environment: {
      STRIPE_SECRET_KEY: KEY,
      LIVE: 'true',
      SANITY_PROJECT_ID: lake.projectId,
      SANITY_DATASET: lake.dataset,
      SANITY_WRITE_TOKEN: robot.token,
      ...environment,
    },
    stripeApi: stripe.sdk,
    lakeHost: lake.url,
    patience: {timeout: 2_000, firstPause: 1},
    ...more,
  })
  return {code, ...printed}
}
