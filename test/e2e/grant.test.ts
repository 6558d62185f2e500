import {expect, test} from 'vitest'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

const MADE = {
  platform: {
    document: 'user',
    type: 'subscription',
    fields: (session: string, student: string) => ({
      user: {_ref: student},
      type: 'clipcard',
      remainingClips: 10,
      passName: 'Open week Trial Pass',
      purchasePrice: 250,
      isActive: true,
      stripeSessionId: session,
    }),
  },
  members: {
    document: 'member',
    type: 'membership',
    fields: (session: string, student: string) => ({
      member: {_ref: student},
      kind: 'punch-card',
      classesLeft: 10,
      title: 'Open week Trial Pass',
      product: {_ref: 'pass-open-week-trial'},
      amount: 25_000,
      status: 'active',
      billing: {session},
    }),
  },
} as const

test.each(['platform', 'members'] as const)(
  'The admin signs in, sees who paid and has no pass, and grants it: two requests, one pass, one record (%s schema).',
  async (schema) => {
    const {open, demo, seed, requests} = await setup({schema})
    const {document, type, fields} = MADE[schema]
    const before = demo.lake.documents()
    const page = await open('/', {as: null})

    await page.getByText('Ingrid Solberg (admin of Fjord Dance Studio)').click()
    await page.getByRole('link', {name: 'Passes', exact: true}).click()
    const sentence = sentenceOf(page, 'Ada Lindqvist')
    await sentence.waitFor()
    expect(await sentence.getAttribute('aria-label')).toMatch(
      /^250\skr · Ada Lindqvist · Open week Trial Pass · paid, no pass$/,
    )

    const tab = await open('/passes', {context: page.context()})
    const inspector = await open(`/structure/${document};student-ada-lindqvist,inspect=passes`, {
      context: page.context(),
    })
    await sentenceOf(tab, 'Ada Lindqvist').waitFor()
    await inspector.getByText('paid, no pass').first().waitFor()
    await page.bringToFront()
    const asked = requests.length

    await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
    const dialog = page.getByRole('dialog', {name: /Ada Lindqvist/})
    await dialog.getByText(`subscription-${seed.walk.session}`).first().waitFor()
    await dialog.getByRole('button', {name: 'Confirm'}).click()

    await expect.poll(() => sentence.getAttribute('aria-label')).toMatch(/paid, has the pass$/)
    await expect
      .poll(() => sentenceOf(tab, 'Ada Lindqvist').getAttribute('aria-label'))
      .toMatch(/has the pass$/)
    await expect.poll(() => inspector.getByText('paid, has the pass').first().isVisible()).toBe(true)

    expect(requests.slice(asked).map(({method, path}) => `${method} ${path}`)).toEqual([
      'POST /v1/schools/school-fjord/preview',
      'POST /v1/schools/school-fjord/repairs',
    ])
    const known = new Set(before.map(({_id}) => _id))
    const made = demo.lake.documents().filter(({_id}) => !known.has(_id))
    expect(made.map(({_id}) => _id).sort()).toEqual([
      `passRepair.${seed.walk.session}.1`,
      `subscription-${seed.walk.session}`,
    ])
    expect(made.find(({_type}) => _type === type)).toMatchObject(fields(seed.walk.session, seed.walk.student))

    await page.getByRole('tab', {name: 'Activity'}).click()
    await page.getByRole('button', {name: /^Undo: Grant pass/}).click()
    const undo = page.getByRole('dialog', {name: /^Undo: Grant pass/})
    await undo.getByText(/The pass that was made is not deleted/).waitFor()
    await undo.getByRole('button', {name: 'Undo', exact: true}).click()
    await expect.poll(() => inspector.getByText('paid, no pass').first().isVisible()).toBe(true)
  },
)

test('Leaving the preview writes nothing.', async () => {
  const {open, demo} = await setup()
  const before = demo.lake.documents().length
  const page = await open('/passes')
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
  const dialog = page.getByRole('dialog', {name: /Ada Lindqvist/})
  await dialog.getByRole('button', {name: 'Confirm'}).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({state: 'hidden'})
  expect(demo.lake.documents()).toHaveLength(before)
})

test('An admin sees the own school only, support chooses between both.', async () => {
  const {open} = await setup()
  const page = await open('/passes', {as: 'p-mikko'})
  await sentenceOf(page, 'Aino Virtanen').waitFor()
  expect(await page.getByRole('combobox', {name: 'School'}).count()).toBe(0)

  const support = await open('/passes', {as: 'p-sanna'})
  const school = support.getByRole('combobox', {name: 'School'})
  await school.selectOption('Havn Dance')
  await expect.poll(() => sentenceOf(support, 'Aino Virtanen').isVisible()).toBe(true)
  await school.selectOption('Fjord Dance Studio')
  await expect.poll(() => sentenceOf(support, 'Ada Lindqvist').isVisible()).toBe(true)
})
