import {expect, it} from 'vitest'
import {searchTerm} from '../../../plugin/tool/students/search-term.ts'

it('asks the function for a session or payment intent id, and the lake for anything else', () => {
  expect(searchTerm(' cs_live_a1B2 ')).toEqual({kind: 'payment', id: 'cs_live_a1B2'})
  expect(searchTerm('pi_3abc')).toEqual({kind: 'payment', id: 'pi_3abc'})
  expect(searchTerm('user_2x')).toEqual({kind: 'person', id: 'user_2x', words: ['user_2x*']})
})

it('looks for the beginning of every word', () => {
  expect(searchTerm('  Åse  ber')).toMatchObject({words: ['Åse*', 'ber*']})
})

it('does not search for nothing, nor for everybody', () => {
  expect(['', '   ', '*', '**', '.', '@ -'].map((text) => searchTerm(text).kind)).toEqual(
    Array.from({length: 6}, () => 'nothing'),
  )
})
