import {createRequire} from 'node:module'
import process from 'node:process'
import Stripe from 'stripe'

// Its ES module looks for the migrations beside a `__dirname` that such a module does not have.
const {runMigrations, StripeSync} = createRequire(import.meta.url)('@supabase/stripe-sync-engine')

/**
 * Fills a database with the newest sessions of an account, and with what the passes are judged by: their lines, prices
 * and charges. In the order that takes the fewest calls: a price that is not there yet is fetched by itself.
 */
const {databaseUrl, sdk, key, account, since} = JSON.parse(process.argv[2] ?? '')
await runMigrations({databaseUrl, schema: 'stripe'})
const sync = new StripeSync({
  poolConfig: {connectionString: databaseUrl},
  stripeSecretKey: key,
  stripeWebhookSecret: '',
  backfillRelatedEntities: false,
})
// It has no setting for where Stripe is, nor for a connected account.
sync.stripe = new Stripe(key, {...sdk, stripeAccount: account})

const from = performance.now()
const created = {gte: since}
await sync.syncBackfill({object: 'price', created})
await sync.syncBackfill({object: 'charge', created})
await sync.syncBackfill({object: 'checkout_sessions', created})
const seconds = (performance.now() - from) / 1_000

const {rows} = await sync.postgresClient.query(
  'select (select count(*) from stripe.checkout_sessions)::int as sessions, (select count(*) from stripe.charges)::int as charges, (select count(*) from stripe.checkout_session_line_items)::int as lines',
)
await sync.postgresClient.pool.end()
process.stdout.write(JSON.stringify({seconds, ...rows[0]}))
