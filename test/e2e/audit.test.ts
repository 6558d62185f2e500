import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {audit} from '../../functions/cli/audit.ts'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {en} from '../../plugin/i18n/en.ts'
import {exportSeed} from '../../studio/local/demo/export-seed.ts'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import {sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

/** What `npm run audit` says of the exported seed: each mismatch's key, and its verdict in the Studio's words. */
async function auditedMismatches(seed: DemoSeed): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'passes-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const [dataset = '', payments = ''] = await exportSeed(seed, folder)
  let printed = ''
  await audit(['--dataset', dataset, '--payments', payments, '--school', 'school-fjord', '--json'], {
    out: {write: (text) => (printed += text)},
    err: process.stderr,
    now: Date.now(),
    environment: {},
  })
  const {entries}: {entries: Pick<Entry, 'payment' | 'entitlements' | 'verdict'>[]} = JSON.parse(printed)
  return entries
    .filter(({verdict}) => isMismatch(verdict))
    .map(({payment, entitlements, verdict}) => `${payment ?? entitlements[0]}: ${en[`verdict.${verdict}`]}`)
}

test('The audit of the demo’s exported seed lists the mismatches that the page lists.', async () => {
  const {open, seed} = await setup()
  const page = await open('/passes')
  // Tall enough for every row: the list draws only what can be seen.
  await page.setViewportSize({width: 1400, height: 4_000})
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  const audited = await auditedMismatches(seed)
  expect(audited.length).toBeGreaterThan(10)
  await expect
    .poll(() =>
      page.locator('[data-entry]').evaluateAll((rows) =>
        rows.map((row) => {
          const sentence = row.querySelector('[data-row-button]')?.getAttribute('aria-label')
          return `${row.getAttribute('data-entry')}: ${sentence?.split(' · ').at(-1)}`
        }),
      ),
    )
    .toEqual(audited)
})
