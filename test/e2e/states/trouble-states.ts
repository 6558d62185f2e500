import type {Page} from 'playwright-core'
import {sentenceOf} from '../rows.ts'
import type {State} from './state.ts'

const HOUR_MS = 3_600_000

/** What is shown while there is nothing to show, or when what there is cannot be believed. */
export const TROUBLE_STATES: readonly State[] = [
  {
    name: 'loading',
    path: '/passes',
    async arrive(page, {demo}) {
      demo.stripe.faults.latencyMs = HOUR_MS
      await page.reload()
      await page.getByText('Reading payments…').first().waitFor()
    },
  },
  {
    name: 'failed',
    path: '/structure',
    async arrive(page, {demo}) {
      demo.stripe.faults.next({status: 500, times: Infinity})
      await openPasses(page)
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'stale',
    path: '/passes',
    async arrive(page, {demo}) {
      await sentenceOf(page, 'Ada Lindqvist').waitFor()
      demo.stripe.faults.next({status: 500, times: Infinity})
      await page.getByRole('button', {name: 'Refresh'}).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'unreachable',
    path: '/structure',
    async arrive(page) {
      await page.route('**/api/**', (route) => route.abort('connectionrefused'))
      await openPasses(page)
      await page.getByRole('alert').waitFor()
      await page.getByText('Technical detail').click()
    },
  },
  {
    name: 'student-failed',
    path: '/structure',
    async arrive(page, {demo}) {
      demo.stripe.faults.next({status: 500, times: Infinity})
      await openPasses(page)
      await page.getByRole('tab', {name: 'Students'}).click()
      await page.getByRole('combobox', {name: /student/}).fill('ada')
      await page.getByRole('option').first().click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'health-cannot-tell',
    path: '/structure',
    async arrive(page, {demo}) {
      demo.stripe.faults.next({status: 500, times: Infinity})
      await openPasses(page)
      await page.getByRole('tab', {name: 'Health'}).click()
      await page.getByRole('region', {name: /^Can’t tell/}).waitFor()
    },
  },
  {
    name: 'schools-unreachable',
    path: '/structure',
    as: 'p-sanna',
    async arrive(page) {
      await page.route('**/api/v1/overview', (route) => route.abort('connectionrefused'))
      await openSchools(page)
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'schools-lake-failed',
    path: '/structure',
    as: 'p-sanna',
    async arrive(page, {demo}) {
      demo.lake.faults.fail({path: '/data/query', tag: 'passes.upkeep', status: 503, times: Infinity})
      await openSchools(page)
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'schools-stale',
    path: '/passes/schools',
    as: 'p-sanna',
    async arrive(page) {
      await page.getByRole('heading', {name: '2 schools'}).waitFor()
      await page.route('**/api/v1/overview', (route) => route.abort('connectionrefused'))
      await page.getByRole('button', {name: 'Refresh'}).click()
      await page.getByRole('alert').waitFor()
    },
  },
]

async function openSchools(page: Page): Promise<void> {
  await openPasses(page)
  await page.getByRole('tab', {name: 'All schools'}).click()
}

async function openPasses(page: Page): Promise<void> {
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
}
