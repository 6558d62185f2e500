import {INSPECTOR, type State} from './state.ts'

/** The other screens, and what stands beside a document. */
export const SCREEN_STATES: readonly State[] = [
  {
    name: 'students',
    path: '/passes/students',
    arrive: (page) => page.getByText(/^Look a student up/).waitFor(),
  },
  {
    name: 'students-found',
    path: '/passes/students',
    async arrive(page) {
      await page.getByRole('combobox', {name: /student/}).fill('a')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'students-nobody',
    path: '/passes/students',
    async arrive(page) {
      await page.getByRole('combobox', {name: /student/}).fill('nobody of this name')
      await page.getByText(/Nobody’s name or email begins with/).waitFor()
    },
  },
  {
    name: 'student',
    path: '/passes/students/student-ada-lindqvist',
    arrive: (page) => page.getByText('paid, no pass').first().waitFor(),
  },
  {
    name: 'student-answers',
    path: '/passes/students/student-oskar-hellstrom',
    async arrive(page) {
      await page.getByRole('button', {name: 'The student sees it'}).first().click()
    },
  },
  {
    name: 'student-two-schools',
    path: '/passes/students/student-leila-hosseini',
    as: 'p-sanna',
    arrive: (page) => page.getByText('no payment').first().waitFor(),
  },
  {
    name: 'activity',
    path: '/passes/activity',
    async arrive(page) {
      await page.getByRole('button', {name: 'Before and after'}).last().click()
      await page.getByText(/^These fields of the pass were set/).waitFor()
    },
  },
  {
    name: 'health',
    path: '/passes/health',
    arrive: (page) => page.getByRole('region', {name: /^Needs mending/}).waitFor(),
  },
  {
    name: 'all-schools',
    path: '/passes/schools',
    as: 'p-sanna',
    async arrive(page) {
      await page.getByRole('button', {name: 'Count now'}).first().click()
      await page
        .getByText(/counted .+ ago/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'inspector-student',
    path: '/structure/user;student-ada-lindqvist,inspect=passes',
    part: INSPECTOR,
    arrive: (page) => page.locator(INSPECTOR).getByText('paid, no pass').first().waitFor(),
  },
  {
    name: 'inspector-answers',
    path: '/structure/user;student-oskar-hellstrom,inspect=passes',
    part: INSPECTOR,
    async arrive(page) {
      await page.locator(INSPECTOR).getByText('6 classes left').waitFor()
      await page.locator(INSPECTOR).getByRole('button', {name: 'The student sees it'}).first().click()
    },
  },
  {
    name: 'inspector-pass',
    path: '/structure/subscription;held-oskar-day,inspect=passes',
    part: INSPECTOR,
    arrive: (page) => page.locator(INSPECTOR).getByText('paid, has the pass').waitFor(),
  },
]
