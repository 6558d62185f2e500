import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {startDemo} from '../../../studio/local/demo/start-demo.ts'
import {CLIP_CARD, HAVN_FIVE} from '../../../studio/local/seed/catalogue.ts'
import {type DemoSeed, demoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {studentNamed} from '../../../studio/local/seed/students.ts'

const bjorn = studentNamed('Bjørn Haugen')
const wish = {student: bjorn.id, pass: CLIP_CARD.id, do: 'pay'}

async function setup(change: (seed: DemoSeed) => DemoSeed = (seed) => seed) {
  const studio = await mkdtemp(join(tmpdir(), 'passes-'))
  await writeFile(join(studio, 'index.html'), 'the Studio')
  const demo = await startDemo({seed: change(demoSeed({now: new Date()})), studio})
  onTestFinished(async () => {
    await demo.close()
    await rm(studio, {recursive: true})
  })
  const before = new Set(demo.lake.documents().map(({_id}) => _id))
  const address = `${demo.url}/shop`
  return {
    demo,
    page: async () => (await fetch(address)).text(),
    send: (form: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(address, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
        redirect: 'manual',
      }),
    /** What was written since the demo started. */
    written: (type: string) =>
      demo.lake.documents().filter(({_id, _type}) => _type === type && !before.has(_id)),
  }
}

test('A student who pays in the shop has the pass before the page is back.', async () => {
  const {page, send, written} = await setup()
  expect(await page()).toContain('Bjørn Haugen (Fjord Dance Studio)')
  const answer = await send(wish)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/shop'])
  expect(await page()).toContain(
    'Bjørn Haugen paid 2000 NOK for 10 Single Clip Card. Stripe has told the function.',
  )
  expect(written('subscription')).toMatchObject([
    {user: {_ref: bjorn.id}, passId: CLIP_CARD.id, remainingClips: 10, isActive: true},
  ])
  expect(written('passRepair')).toMatchObject([{actor: {via: 'webhook'}}])
})

test('Two who pay the same at once are two passes.', async () => {
  const {send, written} = await setup()
  await Promise.all([send(wish), send(wish)])
  expect(written('subscription')).toHaveLength(2)
})

test('With the webhook cut off the money is there and the pass is not, until Stripe tells again.', async () => {
  const {page, send, written} = await setup()
  await send({do: 'cut'})
  await send(wish)
  expect(await page()).toContain('Nobody has heard of it.')
  expect(await page()).toContain('Untold events: 1.')
  expect(written('subscription')).toEqual([])
  await send({do: 'mend'})
  expect(await page()).toContain('The webhook works again. Stripe has told of 1 events.')
  expect(written('subscription')).toHaveLength(1)
})

test('What cannot be bought is said, and nobody pays.', async () => {
  const {page, send, demo} = await setup()
  await send({...wish, pass: HAVN_FIVE.id})
  expect(await page()).toContain('5 Class Card is sold at Havn Dance only.')
  await send({...wish, student: 'nobody'})
  expect(await page()).toContain('Nobody paid')
  expect(demo.stripe.ledger.deliveries).toEqual([])
})

test('A form that another page sends is refused, and so is one without end.', async () => {
  const {send, written} = await setup()
  expect((await send(wish, {origin: 'https://evil.example.com'})).status).toBe(403)
  expect((await send({...wish, padding: 'x'.repeat(5_000)})).status).toBe(403)
  expect(written('subscription')).toEqual([])
})

test('Over somebody’s own export there is no shop, whose page would show names.', async () => {
  const {page} = await setup((seed) => ({...seed, documents: seed.documents.slice(1)}))
  expect(await page()).toBe('the Studio')
})
