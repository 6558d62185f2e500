import {expect, test} from 'vitest'
import {webhookEndpoint} from '../../../studio/local/stripe/objects/webhook-endpoint.ts'
import {refusal, setup} from './setup.ts'

const include = ['webhook_endpoint.url']

function endpoint(id: string, created = 1) {
  return {
    endpoint: webhookEndpoint({id, url: `https://school.example.com/${id}`, created}),
    secret: 'whsec_a',
  }
}

test('API v2 says of an endpoint whose events it hears, which v1 does not.', async () => {
  const {stripe} = await setup({
    webhookEndpoints: [{...endpoint('we_connect', 2), connect: true}, endpoint('we_own')],
  })

  const {data} = await stripe.v2.core.eventDestinations.list({include})

  expect(data).toMatchObject([
    {
      id: 'we_connect',
      object: 'v2.core.event_destination',
      type: 'webhook_endpoint',
      event_payload: 'snapshot',
      events_from: ['@accounts'],
      status: 'enabled',
      created: '1970-01-01T00:00:02.000Z',
      webhook_endpoint: {url: 'https://school.example.com/we_connect'},
    },
    {id: 'we_own', events_from: ['@self']},
  ])
})

test('It keeps the address to itself unless asked for it.', async () => {
  const {stripe} = await setup({webhookEndpoints: [endpoint('we_own')]})
  const [destination] = (await stripe.v2.core.eventDestinations.list()).data
  expect(destination?.webhook_endpoint?.url).toBeUndefined()
})

test('An endpoint of the Workbench stands in v2 only, an old one may stand in v1 only.', async () => {
  const {stripe} = await setup({
    webhookEndpoints: [
      {...endpoint('ed_new'), listedBy: ['v2']},
      {...endpoint('we_old'), listedBy: ['v1']},
    ],
  })
  const v1 = await stripe.webhookEndpoints.list()
  const v2 = await stripe.v2.core.eventDestinations.list()
  expect([v1.data, v2.data].map((list) => list.map(({id}) => id))).toEqual([['we_old'], ['ed_new']])
})

test('Hundreds of them come page by page.', async () => {
  const webhookEndpoints = Array.from({length: 250}, (_, nth) => endpoint(`we_${nth}`, nth + 1))
  const {stripe, local} = await setup({webhookEndpoints})

  const all = await stripe.v2.core.eventDestinations
    .list({include, limit: 100})
    .autoPagingToArray({limit: 999})

  expect(all.map(({id}) => id)).toEqual(Array.from({length: 250}, (_, nth) => `we_${249 - nth}`))
  expect(local.ledger.requests).toHaveLength(3)
})

test('A restricted key needs the permission for webhooks.', async () => {
  const key = 'rk_live_readsNothing'
  const {client} = await setup({keys: [{key, permissions: []}]})
  const refused = await refusal(client(key).v2.core.eventDestinations.list())
  expect(refused).toMatchObject({statusCode: 403, message: expect.stringContaining('rak_webhook_read')})
})
