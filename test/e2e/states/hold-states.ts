import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {comeToRest} from '../come-to-rest.ts'
import {cutOff} from '../cut-off.ts'
import {type SharedSetup, startSetup} from '../setup.ts'
import {COLOURS, violations} from '../violations.ts'
import type {World} from './state.ts'

/** Holds axe, both colour schemes and a narrow window against the states of these schools. */
export function holdStates(worlds: readonly World[]): void {
  describe.each(worlds)(
    'The school of “$name”',
    ({states, change, environment, language = 'en-GB', prepare}) => {
      let school: SharedSetup
      beforeAll(async () => {
        school = await startSetup({...(change && {change}), ...(environment && {environment})})
        await prepare?.(school)
      })
      afterEach(() => {
        school.demo.stripe.faults.clear()
        school.demo.lake.faults.clear()
        // The browser itself writes down each request that a state lets fail.
        const others = school.errors.splice(0).filter((error) => !error.startsWith('Failed to load resource'))
        school.errors.push(...others)
        school.check()
      })
      afterAll(() => school.close())

      test.each(states)(
        'There is nothing that axe holds against “$name”, light or dark, and it fits a narrow window.',
        async ({path, as = 'p-ingrid', part = '#passes-screen', arrive}) => {
          const page = await school.open(path, {as, language})
          await arrive(page, school)
          await comeToRest(page, 'light')
          expect(await violations(page, part)).toEqual([])
          await page.emulateMedia({colorScheme: 'dark'})
          await comeToRest(page, 'dark')
          expect(await violations(page, part, COLOURS)).toEqual([])
          // What 400 % make of a window that is 1280 wide.
          await page.setViewportSize({width: 320, height: 720})
          await expect.poll(() => page.evaluate(cutOff, part)).toEqual([])
          await page.close()
        },
      )
    },
  )
}
