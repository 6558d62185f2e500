import {describe, expect, it} from 'vitest'
import {endpoint, examined, HOST, HOOK, theCheck} from './examining.ts'

const PLACE = 'passes.example.com/v1/stripe/webhook'

describe('the endpoint', () => {
  it('that is on, hears the schools and hears everything is found right in every respect', async () => {
    const {health} = await examined()
    const {checks} = await health()
    const states = checks.flatMap(({id, state, finding}) =>
      id.startsWith('endpoint') ? `${state} ${finding}` : [],
    )
    expect(states).toEqual([
      'ok endpoint_present',
      'ok host_known',
      'ok endpoint_enabled',
      'ok endpoint_connect',
      'ok events_all',
      'ok endpoint_single',
      'unknown cannot_tell',
    ])
  })

  it('that is missing fails, with a link that makes one for the right events', async () => {
    const {health} = await examined({endpoints: []})
    const answer = await health()
    expect(theCheck(answer, 'endpoint')).toMatchObject({
      state: 'failing',
      finding: 'endpoint_missing',
      remedy: 'create_endpoint',
      link: expect.stringContaining('/webhooks/create?events=checkout.session.completed%2C'),
    })
    expect(theCheck(answer, 'endpoint_connect')).toMatchObject({
      state: 'unknown',
      facts: {why: 'no_endpoint'},
    })
  })

  it('that hears of other things only is none', async () => {
    const {check} = await examined({
      endpoints: [endpoint({enabledEvents: ['invoice.paid', 'account.updated']})],
    })
    expect(await check('endpoint')).toMatchObject({finding: 'endpoint_missing'})
  })

  it('that is disabled fails, and is named without what stands in its query', async () => {
    const {check} = await examined({
      endpoints: [endpoint({url: `${HOOK}/?bypass=open-sesame`, status: 'disabled'})],
    })
    const found = await check('endpoint_enabled')
    expect(found).toMatchObject({
      state: 'failing',
      finding: 'endpoint_disabled',
      facts: {endpoints: [PLACE]},
      link: 'https://dashboard.stripe.com/webhooks/we_connect',
    })
    expect(JSON.stringify(found)).not.toContain('sesame')
  })

  it('that is disabled matters no more once another one is on', async () => {
    const {check} = await examined({endpoints: [endpoint({id: 'we_old', status: 'disabled'}), endpoint()]})
    expect(await check('endpoint_enabled')).toMatchObject({state: 'ok'})
    expect(await check('endpoint_single')).toMatchObject({state: 'ok'})
  })

  it('that stands there twice is told twice of every sale', async () => {
    const {check} = await examined({
      endpoints: [endpoint(), endpoint({id: 'we_again', url: `${HOOK}/`, created: 1_770_000_000})],
    })
    expect(await check('endpoint_single')).toMatchObject({
      state: 'warning',
      finding: 'endpoint_duplicate',
      facts: {endpoints: [PLACE]},
      remedy: 'remove_duplicate',
    })
  })

  it('that stands in both of Stripe’s lists is still one, whatever they call it', async () => {
    const old = endpoint({seed: {listedBy: ['v1']}})
    const same = endpoint({id: 'ed_connect', seed: {listedBy: ['v2']}})
    const {check} = await examined({endpoints: [old, same]})
    expect(await check('endpoint_single')).toMatchObject({state: 'ok'})
    expect(await check('endpoint_connect')).toMatchObject({state: 'ok'})
  })

  it('that was made in Stripe’s Workbench is found too', async () => {
    const {check} = await examined({endpoints: [endpoint({id: 'ed_new', seed: {listedBy: ['v2']}})]})
    expect(await check('endpoint')).toMatchObject({state: 'ok', facts: {endpoints: [PLACE]}})
  })

  it('at a host that nobody named fails: what the schools sell is told elsewhere', async () => {
    const {health} = await examined({endpoints: [endpoint({url: 'https://old-site.example.net/hook'})]})
    const answer = await health()
    expect(theCheck(answer, 'endpoint_host')).toMatchObject({
      state: 'failing',
      finding: 'host_other',
      facts: {hosts: ['old-site.example.net'], known: [HOST]},
      remedy: 'move_endpoint',
    })
    expect(theCheck(answer, 'endpoint')).toMatchObject({state: 'failing', finding: 'endpoint_missing'})
  })

  it('at another host beside the known one is worth a look', async () => {
    const other = endpoint({id: 'we_other', url: 'https://old-site.example.net/hook'})
    const {check} = await examined({endpoints: [endpoint(), other]})
    expect(await check('endpoint_host')).toMatchObject({state: 'warning', finding: 'host_also_other'})
  })

  it('cannot be judged by its host where nobody named one', async () => {
    const {check} = await examined({environment: {WEBHOOK_HOSTS: undefined}})
    expect(await check('endpoint_host')).toMatchObject({
      state: 'unknown',
      facts: {why: 'no_hosts', hosts: [HOST]},
      remedy: 'set_hosts',
    })
  })

  it('that hears the platform’s own sales only fails: no school’s sale reaches it', async () => {
    const {check} = await examined({endpoints: [endpoint({seed: {connect: false}})]})
    expect(await check('endpoint_connect')).toMatchObject({
      state: 'failing',
      finding: 'endpoint_not_connect',
      facts: {endpoints: [PLACE]},
      remedy: 'hear_connected',
    })
  })

  it('of which Stripe does not say whose sales it hears is not called right', async () => {
    const {check} = await examined({endpoints: [endpoint({seed: {listedBy: ['v1']}})]})
    expect(await check('endpoint_connect')).toMatchObject({
      state: 'unknown',
      facts: {why: 'not_told_by_stripe', endpoints: [PLACE]},
    })
  })

  it('that does not hear of sales fails, and says which events it lacks', async () => {
    const {check} = await examined({endpoints: [endpoint({enabledEvents: ['charge.refunded']})]})
    expect(await check('endpoint_events')).toMatchObject({
      state: 'failing',
      finding: 'events_missing',
      facts: {
        events: [
          'checkout.session.completed',
          'checkout.session.async_payment_succeeded',
          'charge.dispute.closed',
        ],
      },
      remedy: 'add_events',
    })
  })

  it('that hears of sales but of no refunds is a warning; one that hears all is none', async () => {
    const some = await examined({endpoints: [endpoint({enabledEvents: ['checkout.session.completed']})]})
    expect(await some.check('endpoint_events')).toMatchObject({
      state: 'warning',
      finding: 'events_some_missing',
      facts: {events: expect.arrayContaining(['charge.refunded'])},
    })
    const all = await examined({endpoints: [endpoint({enabledEvents: ['*']})]})
    expect(await all.check('endpoint_events')).toMatchObject({state: 'ok'})
  })

  it('among hundreds is found, on the last page of both lists', async () => {
    const others = Array.from({length: 240}, (_, nth) =>
      endpoint({
        id: `we_${nth}`,
        url: `https://shop-${nth}.example.net/hook`,
        enabledEvents: ['invoice.paid'],
        created: 1_765_000_000 + nth,
      }),
    )
    const {check} = await examined({endpoints: [endpoint(), ...others]})
    expect(await check('endpoint_connect')).toMatchObject({state: 'ok'})
    expect(await check('endpoint_single')).toMatchObject({state: 'ok'})
  })

  it('that is not among the first thousand is not called missing', async () => {
    const others = Array.from({length: 1_001}, (_, nth) =>
      endpoint({
        id: `we_${nth}`,
        enabledEvents: ['invoice.paid'],
        created: 1_765_000_000 + nth,
        seed: {listedBy: ['v1']},
      }),
    )
    const {check} = await examined({endpoints: [endpoint({seed: {listedBy: ['v1']}}), ...others]})
    expect(await check('endpoint')).toMatchObject({state: 'unknown', facts: {why: 'too_many_endpoints'}})
  })
})

describe('an endpoint list that cannot be read', () => {
  it('in the one API leaves what the other says, and calls nothing missing', async () => {
    const {health, stripe} = await examined({endpoints: []})
    stripe.faults.next({match: {path: '/v2/core/event_destinations'}, status: 500, times: 20})
    const answer = await health()
    expect(theCheck(answer, 'endpoint')).toMatchObject({state: 'unknown', facts: {why: 'stripe_unavailable'}})
    expect(theCheck(answer, 'deliveries')).toMatchObject({state: 'ok'})
  })

  it('where a proxy answers in Stripe’s place is not an empty one', async () => {
    const {check, stripe} = await examined()
    for (const path of ['/v2/core/event_destinations', '/v1/webhook_endpoints']) {
      stripe.faults.next({match: {path}, status: 200, rawBody: '{"message": "hello"}', times: 20})
    }
    expect(await check('endpoint')).toMatchObject({state: 'unknown', remedy: 'try_again'})
  })
})
