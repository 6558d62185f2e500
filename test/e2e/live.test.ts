import {createClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {CLIP_CARD} from '../../studio/local/seed/catalogue.ts'
import {sell} from '../../studio/local/seed/sale.ts'
import {seedClock} from '../../studio/local/seed/seed-clock.ts'
import {studentNamed} from '../../studio/local/seed/students.ts'
import {repairByHttp} from '../support/repair-by-http.ts'
import {elsewhere} from './elsewhere.ts'
import {rowOf, sentenceOf} from './rows.ts'
import {setup, type Setup} from './setup.ts'

/** What somebody at work would be put out by if it changed: where each row is, what is picked, where the keyboard is. */
async function hold(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-entry]')]
    const top = document.querySelector('[data-rows]')?.getBoundingClientRect().top ?? 0
    // Those in sight: how many are drawn above is nobody's business, and below stands what is new.
    const shown = rows
      .map((row) => [row.dataset['entry'], Math.round(row.getBoundingClientRect().top)] as const)
      .filter(([, at]) => at > top && at < 400)
    return {
      rows: shown,
      picked: rows.filter((row) => row.querySelector(':checked')).map((row) => row.dataset['entry']),
      focused: document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset['entry'],
      scrolled: document.querySelector('[data-rows]')?.scrollTop,
      pointed: document.querySelector<HTMLElement>('[data-entry]:hover')?.dataset['entry'],
    }
  })
}

/** Somebody in the middle of it: scrolled down a little, a row picked, the keyboard on the next, the mouse on a third. */
async function midway(page: Page): Promise<void> {
  await page.setViewportSize({width: 1400, height: 560})
  await page.locator('[data-rows]').hover()
  await page.mouse.wheel(0, 40)
  await expect.poll(() => page.locator('[data-rows]').evaluate(({scrollTop}) => scrollTop)).toBe(40)
  await page.getByRole('checkbox', {name: /^Select Frida Nygård/}).click()
  await sentenceOf(page, 'Ada Lindqvist').focus()
  await page.keyboard.press('ArrowDown')
  await rowOf(page, 'Frida Nygård').hover()
}

test('What a colleague repairs shows without a reading, and takes nothing from under whoever is in the middle of it.', async () => {
  const {open, demo, seed, requests} = await setup()
  const page = await open('/passes')
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await midway(page)
  const held = await hold(page)
  const asked = requests.length

  await repairByHttp(elsewhere(demo, seed, 'p-sanna'), {subject: {payment: seed.walk.session}, kind: 'grant'})
  await rowOf(page, 'Ada Lindqvist').getByText('paid, has the pass').waitFor()
  expect(await hold(page)).toEqual(held)
  expect(requests.slice(asked)).toEqual([])

  // A field of a document edited in the desk, by nobody who knows of this tool.
  await writer(demo, seed).patch('student-frida-nygard').set({name: 'Frida Nygård Berg'}).commit()
  await rowOf(page, 'Frida Nygård Berg').waitFor()
  expect(await hold(page)).toEqual(held)
  expect(requests.slice(asked)).toEqual([])
})

test('A sale that the webhook grants waits above the list until somebody wants it, and moves nothing.', async () => {
  const {open, demo} = await setup()
  const page = await open('/passes?passes[tab]=all')
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await midway(page)
  const held = await hold(page)
  const words = {key: 'while somebody works', student: studentNamed('Bjørn Haugen'), pass: CLIP_CARD}
  await demo.stripe.control.sell(
    sell({...words, at: Date.now() - 1_000, paidAfter: 1_000}, seedClock(new Date())).stripe,
  )
  await page.getByText('1 new entry').waitFor()
  expect(await hold(page)).toEqual(held)
})

/** Somebody of support, with the lake's own client. */
function writer(demo: Setup['demo'], seed: Setup['seed']) {
  const {port, lake} = demo
  const {projectId, dataset} = lake
  const {token} = elsewhere(demo, seed, 'p-sanna')
  const local = {useProjectHostname: false, apiHost: `http://127.0.0.1:${port}`, useCdn: false}
  return createClient({...local, projectId, dataset, token, apiVersion: '2025-02-19'})
}
