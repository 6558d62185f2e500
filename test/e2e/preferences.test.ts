import {expect, test} from 'vitest'
import {focusIsIn} from './focus-is-in.ts'
import {keyboard} from './hands/keyboard.ts'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

test('With colours of one’s own the focus is still seen at every step of a grant.', async () => {
  const {open, demo, seed} = await setup()
  const page = await open('/passes')
  await page.emulateMedia({forcedColors: 'active'})
  const hand = keyboard(page)
  await hand.type(page.getByRole('searchbox'), 'ada')
  await hand.press(sentenceOf(page, 'Ada Lindqvist'))
  await hand.press(rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}))
  const dialog = page.getByRole('dialog')
  await hand.press(dialog.getByRole('button', {name: 'Cancel'}))
  await focusIsIn(rowOf(page, 'Ada Lindqvist'))
  await hand.press(rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}))
  await hand.press(dialog.getByRole('button', {name: 'Confirm'}))
  await rowOf(page, 'Ada Lindqvist').getByText('paid, has the pass').waitFor()
  await hand.press(page.getByRole('tab', {name: 'Students'}))
  await hand.type(page.getByRole('combobox', {name: /student/}), 'ada')
  await hand.press(page.getByRole('option', {name: /Ada Lindqvist/}))
  await page.getByText('The student can book with it').waitFor()
  expect(demo.lake.documents().map(({_id}) => _id)).toContain(`subscription-${seed.walk.session}`)
})

test('Where somebody asks for less motion nothing moves, from the list to the receipt.', async () => {
  const {open} = await setup()
  const page = await open('/structure')
  await page.emulateMedia({reducedMotion: 'reduce'})
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  // Noted from the first frame on: an animation may be over before anybody asks. A change of colour is no motion.
  await page.evaluate(() => {
    const moved: string[] = []
    Object.assign(globalThis, {moved})
    // A browser tells of one that takes no time, too.
    const lasts = (element: Element): boolean =>
      getComputedStyle(element)
        .transitionDuration.split(', ')
        .some((duration) => parseFloat(duration) > 0.01)
    const place =
      /^(transform|translate|scale|rotate|top|left|right|bottom|width|height|margin|padding|inset)/
    document.addEventListener('transitionrun', ({target, propertyName}) => {
      if (target instanceof Element && place.test(propertyName) && lasts(target))
        moved.push(`${propertyName} ${target.outerHTML.slice(0, 200)}`)
    })
    document.addEventListener('animationstart', ({target, animationName}) => {
      if (target instanceof Element) moved.push(`${animationName} ${target.outerHTML.slice(0, 200)}`)
    })
  })
  await sentenceOf(page, 'Ada Lindqvist').click()
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()
  await rowOf(page, 'Ada Lindqvist').getByText('paid, has the pass').waitFor()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'moved'))).toEqual([])
})
