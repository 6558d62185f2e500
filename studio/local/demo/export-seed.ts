import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {asMembers} from '../seed/as-members.ts'
import type {DemoSeed} from '../seed/demo-seed.ts'
import type {StartArguments} from './arguments.ts'

/**
 * Writes the demo schools as `data.ndjson` and `payments.ndjson`, which `--dataset` and `--payments` read again. The
 * payments end with the ids on passes that this Stripe would deny: without them an audit could not say so.
 */
export async function exportSeed(
  seed: DemoSeed,
  folder: string,
  schema: StartArguments['schema'] = 'platform',
): Promise<string[]> {
  await mkdir(folder, {recursive: true})
  const files = [
    {
      path: join(folder, 'data.ndjson'),
      lines: schema === 'members' ? seed.documents.map(asMembers) : seed.documents,
    },
    {path: join(folder, 'payments.ndjson'), lines: [...seed.stripe.sessions, ...deniedBy(seed)]},
  ]
  for (const {path, lines} of files) {
    await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  return files.map(({path}) => path)
}

function deniedBy({documents, stripe}: DemoSeed): {object: 'denied'; id: string}[] {
  const known = new Set(stripe.sessions.flatMap(idsOf))
  const named = documents.flatMap(({_type, stripeSessionId, stripePaymentId}) =>
    _type === 'subscription' ? [stripeSessionId, stripePaymentId] : [],
  )
  const denied = new Set(named.filter((id) => typeof id === 'string' && !known.has(id)))
  return [...denied].map((id) => ({object: 'denied', id: String(id)}))
}

function idsOf({id, payment_intent: intent}: DemoSeed['stripe']['sessions'][number]): string[] {
  if (intent === null) return [id]
  if (typeof intent === 'string') return [id, intent]
  const charge = intent.latest_charge
  const chargeId = typeof charge === 'string' ? charge : charge?.id
  return [id, intent.id, ...(chargeId === undefined ? [] : [chargeId])]
}
