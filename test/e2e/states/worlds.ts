import type {LakeDocument} from '../../../studio/local/lake/lake-document.ts'
import type {DemoSeed} from '../../../studio/local/seed/demo-seed.ts'
import {screensSchool} from '../../bench/screens-school.ts'
import {elsewhere} from '../elsewhere.ts'
import {sentenceOf} from '../rows.ts'
import {DIALOG_STATES, WRITING_STATES} from './dialog-states.ts'
import {LIST_STATES} from './list-states.ts'
import {NORWEGIAN_STATES} from './norwegian-states.ts'
import {repairByHttp} from '../../support/repair-by-http.ts'
import {SCREEN_STATES} from './screen-states.ts'
import {INSPECTOR, type State, type World} from './state.ts'
import {TROUBLE_STATES} from './trouble-states.ts'

const DEMO_SCHOOL: Pick<World, 'change' | 'prepare'> = {
  change: withTwins,
  async prepare({demo, seed}) {
    const ingrid = elsewhere(demo, seed, 'p-ingrid')
    await repairByHttp(ingrid, {
      subject: {payment: saleOf(seed, 'idris.warsame@example.com')},
      kind: 'link',
    })
    await repairByHttp(ingrid, {
      subject: {payment: saleOf(seed, 'kasper.lund@example.com')},
      kind: 'dismiss',
      reason: 'Paid back in cash on Monday, with a receipt',
    })
  },
}

/** Every state of every screen, by the school that it can be seen at. */
export const WORLDS: readonly World[] = [
  {
    name: 'demo',
    ...DEMO_SCHOOL,
    states: [...LIST_STATES, ...DIALOG_STATES, ...SCREEN_STATES, ...WRITING_STATES],
  },
  {name: 'norwegian', ...DEMO_SCHOOL, language: 'nb-NO', states: NORWEGIAN_STATES},
  {name: 'trouble', states: TROUBLE_STATES},
  {name: 'quiet', change: withoutSales, states: quietStates()},
  {name: 'long', change: withLongNames, states: longStates()},
]

/** Ten thousand entries. */
const LARGE: World = {
  name: 'large',
  change: largeSchool,
  states: [
    {
      name: 'large-list',
      path: '/passes',
      arrive: (page) => page.locator('[data-entry]').first().waitFor({timeout: 60_000}),
    },
    {
      name: 'large-everything-scrolled',
      path: '/passes?passes[tab]=all',
      async arrive(page) {
        await page.locator('[data-entry]').first().waitFor({timeout: 60_000})
        await page.mouse.move(700, 500)
        await page.mouse.wheel(0, 200_000)
        await page.locator('[data-entry]').first().waitFor()
      },
    },
  ],
}

/** The other demo: schools that call their documents otherwise, with a view beside the form of a pass. */
const MEMBERS: World = {
  name: 'members',
  schema: 'members',
  states: [
    {name: 'members-list', path: '/passes', arrive: (page) => sentenceOf(page, 'Ada Lindqvist').waitFor()},
    {
      name: 'members-view',
      path: '/structure/membership;held-oskar-day,view=passes',
      arrive: (page) => page.getByText('paid, has the pass').first().waitFor(),
    },
    {
      name: 'members-inspector',
      path: '/structure/member;student-ada-lindqvist,inspect=passes',
      arrive: (page) => page.locator(INSPECTOR).getByText('paid, no pass').first().waitFor(),
    },
  ],
}

/** To be looked at only: for axe they are the screens of the others. */
export const ONLY_SEEN: readonly World[] = [LARGE, MEMBERS]

function largeSchool(seed: DemoSeed, now: Date): DemoSeed {
  return {...seed, ...screensSchool({entries: 10_000, students: 2_000, ofOne: 100, now})}
}

/** The session that somebody paid with. */
function saleOf({stripe}: DemoSeed, email: string): string {
  return stripe.sessions.find(({customer_details: details}) => details?.email === email)?.id ?? ''
}

/** A second document for a student, as another login makes it, and a pass at another school. */
function withTwins(seed: DemoSeed): DemoSeed {
  const leila = seed.documents.find(({_id}) => _id === 'student-leila-hosseini')
  const held = seed.documents.find(({_id}) => _id === 'held-leila-clips')
  if (leila === undefined || held === undefined) throw new Error('no Leila')
  return {
    ...seed,
    documents: [
      ...seed.documents,
      {
        ...leila,
        _id: 'student-leila-again',
        clerkId: 'user_2secondLoginOfTheSamePerson',
        name: 'L. Hosseini',
      },
      {...held, _id: 'held-leila-at-havn', tenant: {_type: 'reference', _ref: 'school-havn'}},
    ],
  }
}

/** One school where nothing was sold, and one where everybody has what they paid for. */
function withoutSales(seed: DemoSeed): DemoSeed {
  const isHavns = (document: LakeDocument) => JSON.stringify(document).includes('school-havn')
  const isAinos = (document: LakeDocument) => JSON.stringify(document).includes('aino-virtanen')
  const strays = new Set(['aino.virtanen@example.com', 'nora.brekke@example.com'])
  return {
    ...seed,
    documents: seed.documents.filter(
      (document) => document._type !== 'subscription' || (isHavns(document) && !isAinos(document)),
    ),
    stripe: {
      ...seed.stripe,
      sessions: seed.stripe.sessions.filter(
        ({metadata, customer_details: details}) =>
          metadata?.['tenantSlug'] === 'havn-dance' && !strays.has(details?.email ?? ''),
      ),
    },
  }
}

function quietStates(): State[] {
  const title = (name: string): Pick<State, 'arrive'> => ({
    arrive: (page) => page.getByRole('heading', {name}).waitFor(),
  })
  return [
    {name: 'first-run', path: '/passes', ...title('Setting up: 3 of 3 done')},
    {name: 'all-in-order', path: '/passes', as: 'p-mikko', ...title('Everybody has what they paid for')},
    {name: 'nothing-fixed', path: '/passes?passes[tab]=fixed', ...title('Nothing here yet')},
    {
      name: 'no-activity',
      path: '/passes/activity',
      arrive: (page) => page.getByText('Nothing was repaired yet').waitFor(),
    },
    {
      name: 'student-without-anything',
      path: '/passes/students/student-ada-lindqvist',
      arrive: (page) => page.getByRole('button', {name: 'Search the payments of a whole year'}).waitFor(),
    },
  ]
}

const LONG = {
  Ada: 'Ada Wilhelmina Ingeborg Constantinopolitanischer-Lindqvist von und zu Hohenstaufen-Ødegårdshaugen',
  'Open week Trial Pass':
    'Open week Trial Pass for everybody who has never danced before, with all levels and Rindfleischetikettierungsüberwachungskurs',
  'ada.lindqvist@': 'ada.wilhelmina.ingeborg.constantinopolitanischer.lindqvist.von.und.zu.hohenstaufen@',
}

function withLongNames(seed: DemoSeed): DemoSeed {
  return {
    ...seed,
    documents: seed.documents.map(lengthened),
    stripe: {...seed.stripe, sessions: seed.stripe.sessions.map(lengthened)},
  }
}

function lengthened<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, field: unknown) => {
    if (typeof field !== 'string' || !/^(Ada |ada\.lindqvist@|Open week Trial Pass$)/.test(field))
      return field
    return Object.entries(LONG).reduce((text, [short, long]) => text.replace(short, long), field)
  })
}

function longStates(): State[] {
  return [
    {
      name: 'long-list',
      path: '/passes',
      arrive: (page) =>
        page
          .getByText(/Wilhelmina/)
          .first()
          .waitFor(),
    },
    {
      name: 'long-row-open',
      path: '/passes',
      arrive: (page) => sentenceOf(page, `${LONG.Ada} Lindqvist`).click(),
    },
    {
      name: 'long-preview',
      path: '/passes',
      part: '[role=dialog]',
      async arrive(page) {
        await page
          .locator('[data-entry]')
          .filter({hasText: 'Wilhelmina'})
          .getByRole('button', {name: 'Grant 10-class pass'})
          .first()
          .click()
        await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
      },
    },
    {
      name: 'long-student',
      path: '/passes/students/student-ada-lindqvist',
      arrive: (page) => page.getByText('paid, no pass').first().waitFor(),
    },
  ]
}
