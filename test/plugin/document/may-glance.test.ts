import {expect, it} from 'vitest'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {createMayGlance} from '../../../plugin/document/may-glance.ts'

it('forty documents in half an hour are looked into by themselves, the same ones again and again, and no more', () => {
  const mayGlance = createMayGlance()
  const leafed = Array.from({length: 40}, (_, nth) => mayGlance(`user-${nth}`, nth))
  expect(leafed).not.toContain(false)
  expect(mayGlance('user-40', MINUTE)).toBe(false)
  expect(mayGlance('user-0', MINUTE)).toBe(true)
  expect(mayGlance('user-40', 31 * MINUTE)).toBe(true)
})
