import {screen, waitFor, within} from '@testing-library/react'
import {describe, expect, test, vi} from 'vitest'
import {VERDICTS, type Confidence, type Verdict} from '../../../plugin/core/contract/verdict.ts'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {rowOf} from '../../../plugin/engine/rows.ts'
import {en} from '../../../plugin/i18n/en.ts'
import type {RowActions} from '../../../plugin/tool/mismatches/EntryRow.tsx'
import {aPayment, aRecord, someFacts, aStudent, NOW} from '../../core/build-facts.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {buttonIn, NO_WORDS, user} from '../support/find.ts'
import {stage} from '../support/stage.tsx'
import {rowIn, rowsWith, type ScenarioRow} from './scenario-rows.ts'
import {ShownGlimpse, ShownRow, type RowProps} from './shown-row.tsx'

const show = stage()

const missing = rowIn('01-', ({entry}) => entry.verdict === 'missing')

const shown = () => screen.getByTestId('stage')
const button = (name: RegExp | string) => buttonIn(shown(), name)
const box = () => within(shown()).getByLabelText(/^Select /)
const head = () => shown().querySelector('[data-row-button]')
const details = async () => waitFor(() => button(en['entry.more']))

/** What the one button beside a row may say, by its verdict; null: there may be none. A new verdict has to be thought of. */
const OFFERS: Readonly<Record<Verdict, readonly (RegExp | null)[]>> = {
  unreadable: [null],
  excluded: [null],
  conflict: [null, /^Choose the student$/],
  refunded: [null, /^End refunded pass$/],
  duplicate: [/^End the extra pass$/],
  upgrade_incomplete: [null, /^Complete the upgrade$/],
  wrong_pass: [null],
  wrong_terms: [/^Correct the pass$/],
  hidden: [null, /^Correct the pass$/],
  matched: [null],
  unattributed: [/^Choose (the student|the pass|student and pass)$/],
  unlinked: [/^Link to existing pass$/],
  in_transit: [null],
  missing: [null, /^Grant (\d+-class|unlimited) pass$/, /^Choose the dates$/],
  unpaid: [null, /^Mark as complimentary$/, /^End the pass$/],
}

describe('Whatever a payment and its pass can come to is a row', () => {
  test.each(VERDICTS)(
    '%s: in words, with its one verb, and open with everything that is known',
    async (verdict) => {
      const rows = rowsWith(verdict)
      expect(rows).not.toEqual([])
      show(
        rows.map((one) => (
          <section key={`${one.file} ${one.row.entry.key}`}>
            <ShownRow {...one} isOpen />
          </section>
        )),
      )
      await waitFor(() => expect(within(shown()).getAllByText('More')).toHaveLength(rows.length))
      const offered = new Set<RegExp | null | undefined>()
      for (const [nth, section] of [...shown().querySelectorAll('section')].entries()) {
        const {file, row} = rows[nth] ?? missing
        const {entry} = row
        const sentence = section.querySelector('[data-row-button]')?.getAttribute('aria-label')
        expect.soft(sentence, file).toContain(en[`verdict.${verdict}`])
        expect.soft(section.textContent, file).not.toMatch(NO_WORDS)
        expect.soft(section.textContent, file).toContain(en[`confidence.${entry.confidence}`])
        const words = [...section.querySelectorAll('button')].map(({textContent}) => textContent)
        const verb = OFFERS[verdict].find((offer) => offer !== null && words.some((word) => offer.test(word)))
        offered.add(verb ?? null)
        expect.soft(OFFERS[verdict], `${file} offers ${words.join(', ')}`).toContain(verb ?? null)
        for (const {length} of [entry.entitlements]) {
          const links = section.querySelectorAll('a[aria-label="Open the pass"]')
          expect.soft(links.length, `${file}: passes that can be opened`).toBeLessThanOrEqual(length)
        }
      }
      expect(offered).toEqual(new Set(OFFERS[verdict]))
    },
  )

  test.each(VERDICTS)('%s: whose it is and what it is, also while somebody rushes by', (verdict) => {
    const rows = rowsWith(verdict)
    for (const one of rows) {
      show(<ShownGlimpse {...one} />)
      expect(shown().textContent).not.toMatch(NO_WORDS)
      expect(shown().textContent).toContain(one.row.studentName ?? en['entry.nobody'])
      expect(shown().textContent).toContain(en[`verdict.${verdict}`])
      expect(shown().querySelector('button, input')).toBeNull()
    }
  })
})

test('A payment whose amount nobody knows is one, and a pass that nobody paid has none, also read aloud.', () => {
  show(<ShownRow {...missing} row={{...missing.row, amount: null}} maySelect />)
  expect(missing.row.isPaid).toBe(true)
  const said = () => [head()?.getAttribute('aria-label'), box().getAttribute('aria-label')].join()
  expect(said()).not.toContain(en['entry.no_payment'])
  const unpaid = rowsWith('unpaid').find(({row}) => !row.isPaid && row.amount !== null)
  if (unpaid === undefined) throw new Error('no unpaid pass that is said to have cost something')
  show(<ShownRow {...unpaid} maySelect />)
  expect(said().split(en['entry.no_payment'])).toHaveLength(3)
})

type State = {
  [Name in keyof RowProps]-?: RowProps[Name] extends boolean | null ? Name : never
}[keyof RowProps]

/** What a row looks like in each state that a list can put it in: a new one is a type error here. */
const STATES: Readonly<Record<State, () => Promise<void>>> = {
  async isOpen() {
    show(<ShownRow {...missing} isOpen />)
    await details()
    expect(head()?.getAttribute('aria-expanded')).toBe('true')
    expect(shown().textContent).toMatch(/Checkoutcs_/)
  },
  async isNoting() {
    show(<ShownRow {...missing} isOpen isNoting />)
    await details()
    expect(document.activeElement).toBe(within(shown()).getByLabelText(/^A note for your colleagues/))
    expect(within(shown()).queryByText('Add a note…')?.closest('[style*="display: none"]')).toBeTruthy()
  },
  async isDone() {
    show(<ShownRow {...missing} isDone />)
    expect(shown().textContent).toContain('Done')
    expect(within(shown()).queryByText(/^Grant/)).toBeNull()
  },
  async isCurrent() {
    show(<ShownRow {...missing} isCurrent maySelect />)
    expect(head()?.getAttribute('tabindex')).toBe('0')
    expect(box().getAttribute('tabindex')).toBe('0')
    show(<ShownRow {...missing} maySelect />)
    expect(head()?.getAttribute('tabindex')).toBe('-1')
    expect(box().getAttribute('tabindex')).toBe('-1')
  },
  async isSelected() {
    show(<ShownRow {...missing} isSelected maySelect />)
    expect(within(shown()).getByLabelText(/^Select /)).toHaveProperty('checked', true)
  },
  async maySelect() {
    show(<ShownRow {...missing} maySelect={false} />)
    expect(box()).toHaveProperty('disabled', true)
    show(<ShownRow {...missing} maySelect={null} />)
    expect(shown().querySelector('input')).toBeNull()
  },
}

describe('A row looks like the state that it is in', () => {
  test.each(Object.entries(STATES))('%s', async (_, look) => {
    await look()
    expect(shown().textContent).not.toMatch(NO_WORDS)
  })

  test.each([
    ['noted', {text: 'Asked which email', waiting: false}, 'Asked which email · Nora Vik'],
    ['waiting', {text: null, waiting: true}, 'Waiting for the student · Nora Vik'],
    ['noted and waiting', {text: 'Wrote to her', waiting: true}, 'Waiting for the student · Wrote to her'],
  ])('%s', async (_, said, words) => {
    show(<ShownRow {...missing} row={{...missing.row, remark: {...said, by: 'Nora Vik', at: NOW}}} />)
    expect(head()?.getAttribute('aria-label')).toContain(words)
    expect(head()?.textContent).toContain(words)
  })

  test.each(['certain', 'likely', 'check'] as const satisfies readonly Confidence[])(
    'as sure as it is: %s',
    async (confidence) => {
      show(<ShownRow {...missing} row={{...missing.row, entry: {...missing.row.entry, confidence}}} />)
      expect(shown().textContent).toContain(en[`confidence.${confidence}`])
    },
  )
})

/** Somebody granted it by mistake once, and somebody else took an earlier one back. */
function withRecords(): ScenarioRow {
  const facts = someFacts({payments: [aPayment()], students: [aStudent()], records: [aRecord()]})
  const index = indexFacts(facts)
  const [entry] = reconcile(facts, {now: NOW}).entries
  if (entry === undefined) throw new Error('no entry')
  return {file: '', row: rowOf(entry, index), index}
}

/** The way to each thing that can be done with a row: a new one is a type error here. */
const WAYS: Readonly<Record<keyof RowActions, (actions: RowActions) => Promise<void>>> = {
  async toggle(actions) {
    show(<ShownRow {...missing} actions={actions} />)
    await user.click(head() ?? document.body)
    expect(actions.toggle).toHaveBeenCalledWith(missing.row.entry.key, 0)
  },
  async focus(actions) {
    show(<ShownRow {...missing} actions={actions} />)
    button(/^Grant/).focus()
    expect(actions.focus).toHaveBeenCalledWith(0)
  },
  async select(actions) {
    show(<ShownRow {...missing} actions={actions} maySelect />)
    await user.click(box())
    await user.keyboard('{Shift>}')
    await user.click(box())
    await user.keyboard('{/Shift}')
    expect(vi.mocked(actions.select).mock.calls.map(([, range]) => range)).toEqual([false, true])
  },
  async repair(actions) {
    show(<ShownRow {...missing} actions={actions} />)
    await user.click(button(/^Grant/))
    expect(actions.repair).toHaveBeenCalledWith(missing.row)
    const doubtful = rowIn('77-', ({entry}) => entry.verdict === 'unattributed')
    show(<ShownRow {...doubtful} actions={actions} isOpen />)
    await details()
    const [first] = doubtful.row.entry.repair?.choices ?? []
    const name = doubtful.index.students.get(first?.student ?? '')?.name ?? 'nobody'
    const candidates = [...shown().querySelectorAll('button:not([data-row-button])')]
    await user.click(candidates.find(({textContent}) => textContent.includes(name)) ?? document.body)
    expect(actions.repair).toHaveBeenLastCalledWith(doubtful.row, first)
  },
  async other(actions) {
    show(<ShownRow {...missing} actions={actions} isOpen />)
    await details()
    await user.click(button('Dismiss…'))
    expect(actions.other).toHaveBeenCalledWith(missing.row, 'dismiss')
  },
  async undo(actions) {
    const repaired = withRecords()
    show(<ShownRow {...repaired} actions={actions} isOpen />)
    await details()
    await user.click(button(/^Undo: Pass granted/))
    expect(actions.undo).toHaveBeenCalledWith(repaired.row, aRecord())
  },
  async note(actions) {
    show(<ShownRow {...missing} actions={actions} isOpen />)
    await details()
    await user.click(button('Add a note…'))
    expect(actions.note).toHaveBeenCalledWith(missing.row, true)
    show(<ShownRow {...missing} actions={actions} isOpen isNoting />)
    await details()
    await user.keyboard('{Escape}')
    expect(actions.note).toHaveBeenLastCalledWith(missing.row, false)
  },
}

test.each(Object.entries(WAYS))('A row has a way to %s', async (_, way) => {
  const nothing = () => vi.fn<() => void>()
  const actions = {
    toggle: nothing(),
    focus: nothing(),
    select: nothing(),
    repair: nothing(),
    other: nothing(),
    undo: nothing(),
    note: nothing(),
  }
  await way(actions)
  expect(Object.values(actions).some(({mock}) => mock.calls.length > 0)).toBe(true)
})

test('What is behind a row’s “More” is reached by arrows, and the focus comes back', async () => {
  show(<ShownRow {...missing} isOpen />)
  const more = await details()
  more.focus()
  await user.keyboard('{ArrowDown}')
  const menu = (await screen.findByText('Copy as proof')).closest('[role=menu]')
  const items = [...(menu?.querySelectorAll('[role=menuitem]') ?? [])]
  expect(items.map(({textContent}) => textContent)).toEqual(['Copy as proof', 'Open the student'])
  await waitFor(() => expect(document.activeElement).toBe(items[0]))
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toBe(items[1]))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(more))
})
