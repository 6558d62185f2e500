import {screen} from '@testing-library/react'
import {expect, test} from 'vitest'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {LineTable} from '../../../plugin/tool/parts/LineTable.tsx'
import {useFullWording} from '../../../plugin/tool/parts/use-full-wording.ts'
import {useWording} from '../../../plugin/tool/parts/use-wording.ts'
import {recordLines, undoLines, type WrittenPass} from '../../../plugin/tool/parts/written-lines.ts'
import {someFacts} from '../../core/build-facts.ts'
import {show} from '../support/show.tsx'

const index = indexFacts(someFacts())

/** A payment was linked to a pass that had none, and a class was booked with it since. */
const record = {
  before: JSON.stringify({held: {stripeSessionId: null, remainingClips: 10}}),
  after: JSON.stringify({held: {stripeSessionId: 'cs_live_1', remainingClips: 9}}),
}

type Lines = (...words: [typeof index, ReturnType<typeof useFullWording>]) => WrittenPass[]

function Shown({lines}: {lines: Lines}) {
  const wording = useFullWording(useWording(index.school))
  return lines(index, wording).map(({id, lines: written}) => <LineTable key={id} lines={written} />)
}

/** Each field and what is said of it. */
async function said(lines: Lines): Promise<(string | null)[][]> {
  const {container} = await show(<Shown lines={lines} />)
  await screen.findByText('Checkout')
  return [...container.querySelectorAll('dt')].map((term) => [
    term.textContent,
    term.nextElementSibling?.textContent ?? null,
  ])
}

test('Of a field in which nothing had stood a record says only what was written.', async () => {
  expect(await said((...words) => recordLines(record, ...words))).toEqual([
    ['Classes', '9 (before: 10)'],
    ['Checkout', 'cs_live_1'],
  ])
})

test('What a repair had written where nothing stood is removed by its undo, and is called so.', async () => {
  const undo = [{patch: {id: 'held', set: {remainingClips: 10}, unset: ['stripeSessionId']}}]
  expect(await said((...words) => undoLines(undo, record, ...words))).toEqual([
    ['Classes', '10 (before: 9)'],
    ['Checkout', 'removed (before: cs_live_1)'],
  ])
})
