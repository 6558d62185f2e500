import {waitFor} from '@testing-library/react'
import {describe, expect, test, vi} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import type {MessageNote} from '../../../plugin/core/contract/message.ts'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {en} from '../../../plugin/i18n/en.ts'
import {ManyDialog} from '../../../plugin/tool/bulk/ManyDialog.tsx'
import type {ManyFlow, Outcome} from '../../../plugin/tool/bulk/many-flow.ts'
import {KeyHint} from '../../../plugin/tool/mismatches/KeyHint.tsx'
import {MessageDialog} from '../../../plugin/tool/parts/MessageDialog.tsx'
import {UndoDialog} from '../../../plugin/tool/parts/UndoDialog.tsx'
import type {UndoFlow} from '../../../plugin/tool/parts/undo-flow.ts'
import type {Tellable} from '../../../plugin/tool/parts/use-telling.ts'
import {useWording} from '../../../plugin/tool/parts/use-wording.ts'
import {type FullWording, useFullWording} from '../../../plugin/tool/parts/use-full-wording.ts'
import {GrantWithoutPayment} from '../../../plugin/tool/students/GrantWithoutPayment.tsx'
import {aPass, aStudent, NOW, someFacts} from '../../core/build-facts.ts'
import {buttonIn, NO_WORDS, openDialog, user} from '../support/find.ts'
import {stage} from '../support/stage.tsx'
import {nothingAsked, previewOf} from './mending.ts'
import {rowIn} from './scenario-rows.ts'

const show = stage()

const missing = rowIn('01-', ({entry}) => entry.verdict === 'missing')
const preview = previewOf(missing)
const fault = new Fault('used_since', 'edited', {why: 'edited', field: 'remainingClips'})

/** Parts that need words, in a Studio that has them. */
function Worded({children}: {children: (wording: FullWording) => React.ReactNode}) {
  return children(useFullWording(useWording(missing.index.school)))
}
async function dialogSays(words: string | RegExp): Promise<HTMLElement> {
  return waitFor(() => {
    const dialog = openDialog()
    expect(dialog?.textContent).toMatch(words)
    expect(dialog?.textContent).not.toMatch(NO_WORDS)
    if (dialog === null) throw new Error('no dialog')
    return dialog
  })
}

const of = {id: 'passRepair.cs_1.1', kind: 'grant', whose: 'Ada · 10 clips', record: null} as const
const ended = {
  patch: {id: 'subscription-cs_1', set: {isActive: false, deactivationReason: 'undone'}, unset: []},
}
const restored = {patch: {id: 'held', set: {remainingClips: 10}, unset: ['stripeSessionId']}}
const undoing = (documents: (typeof ended | typeof restored)[]) => ({...preview, changes: [], documents})

type Open<Of extends {step: string}> = Exclude<Of['step'], 'closed'>

/** What the dialog that takes back says at each step: a new one is a type error here. */
const UNDO: Readonly<Record<Open<UndoFlow>, readonly (readonly [UndoFlow, string | RegExp])[]>> = {
  previewing: [[{step: 'previewing', of}, en['undo.reading']]],
  shown: [
    [{step: 'shown', of, preview: undoing([ended]), fault: null}, en['undo.will_end']],
    [{step: 'shown', of, preview: undoing([restored]), fault: null}, en['undo.will_restore']],
    [{step: 'shown', of, preview: undoing([]), fault: null}, en['undo.will_nothing']],
    [
      {step: 'shown', of, preview: undoing([ended]), fault: new Fault('lake_unavailable', 'no')},
      en['fault.lake_unavailable.title'],
    ],
  ],
  writing: [[{step: 'writing', of, preview: undoing([ended])}, en['repair.writing']]],
  refused: [[{step: 'refused', of, fault}, /Since then somebody changed “Classes”/]],
}

function showUndo(flow: UndoFlow) {
  const asked = nothingAsked()
  show(
    <Worded>
      {(wording) => <UndoDialog undoing={{flow, ...asked}} names={missing.index} wording={wording} />}
    </Worded>,
  )
  return asked
}

describe('The dialog that takes back', () => {
  test.each(Object.entries(UNDO))('says where it is: %s', async (_, flows) => {
    for (const [flow, words] of flows) {
      const asked = showUndo(flow)
      const dialog = await dialogSays(words)
      expect(dialog.textContent).toContain('Undo: Grant pass · Ada · 10 clips')
      await press(dialog, 'Undo')
      expect(asked.confirm).toHaveBeenCalledTimes(flow.step === 'shown' ? 1 : 0)
    }
  })

  test('is not there before somebody asks, and asks no second time for what is decided', async () => {
    showUndo({step: 'closed'})
    expect(openDialog()).toBeNull()
    showUndo({step: 'refused', of, fault})
    expect((await dialogSays('Close')).textContent).not.toContain(en['fault.try_again'])
  })
})

/** Presses a button where there is one. */
async function press(dialog: HTMLElement, name: string): Promise<void> {
  const button = [...dialog.querySelectorAll('button')].find(({textContent}) => textContent === name)
  if (button) await user.click(button)
}

const items = ['a', 'b', 'c'].map((key) => ({key, whose: `Student ${key}`}))
const checks = new Map([
  ['a', {preview}],
  ['b', {preview}],
  ['c', {fault: new Fault('draft_conflict', 'open draft')}],
])
/** How one of many ended, in words: a new way is a type error here. */
const OUTCOMES: Readonly<Record<Outcome['state'], Outcome>> = {
  done: {state: 'done', record: 'r1'},
  failed: {state: 'failed', fault: new Fault('lake_unavailable', 'no')},
  skipped: {state: 'skipped', fault: new Fault('plan_changed', 'changed')},
}
type Flow = ManyFlow<(typeof items)[number]>
const outcomes = new Map(Object.values(OUTCOMES).map((one, nth) => [items[nth]?.key ?? '', one]))
const MANY: Readonly<Record<Open<Flow>, {flow: Flow; says: readonly string[]; ways: readonly string[]}>> = {
  checking: {
    flow: {step: 'checking', items, checks: new Map([['a', {preview}]])},
    says: ['Checking 1 of 3'],
    ways: [],
  },
  shown: {
    flow: {step: 'shown', items, checks},
    says: ['Kind: 2', 'Student a', 'Left as it is: 1 entry', en['fault.draft_conflict.title'], 'Not touched'],
    ways: [],
  },
  running: {
    flow: {step: 'running', items, checks, outcomes: new Map([['a', OUTCOMES.done]])},
    says: ['Writing: 1 of 3', en['bulk.leave']],
    ways: ['done', 'waiting', 'waiting'],
  },
  ended: {
    flow: {step: 'ended', items, checks: new Map(items.map(({key}) => [key, {preview}])), outcomes},
    says: [
      '1 done, 1 failed, 1 skipped',
      `failed: ${en['fault.lake_unavailable.title']}`,
      `skipped: ${en['fault.plan_changed.title']}`,
    ],
    // Those that did not succeed stand first.
    ways: ['failed', 'skipped', 'done'],
  },
}

function showMany(flow: Flow) {
  const many = {
    flow,
    start: vi.fn<() => void>(),
    confirm: vi.fn<() => void>(),
    retry: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  }
  const words = {
    title: (count: number) => `Many: ${count}`,
    checking: ({done, of: all}: {done: number; of: number}) => `Checking ${done} of ${all}`,
    row: () => ({group: 'Kind', words: 'written', passes: []}),
    group: (group: string, members: readonly unknown[]) => `${group}: ${members.length}`,
    notTouched: 'Not touched',
    nothing: 'Nothing',
    confirm: (count: number) => `Repair ${count}`,
  }
  show(
    <Worded>
      {(wording) => <ManyDialog id="many" {...{many, wording, words}} afterwards="Look at it" />}
    </Worded>,
  )
  return many
}

describe('Many at once', () => {
  test.each(Object.entries(MANY))('say where they are: %s', async (step, {flow, says, ways}) => {
    const many = showMany(flow)
    const dialog = await dialogSays('Many: 3')
    for (const words of says) expect(dialog.textContent).toContain(words)
    const outcomesShown = [...dialog.querySelectorAll<HTMLElement>('[data-outcome]')]
    expect(outcomesShown.map(({dataset}) => dataset['outcome'])).toEqual(ways)
    expect(buttonIn(dialog, /^(Cancel|Close)$/).disabled).toBe(step === 'running')
    await press(dialog, 'Repair 2')
    await press(dialog, 'Retry the failed one')
    expect(many.confirm).toHaveBeenCalledTimes(step === 'shown' ? 1 : 0)
    expect(many.retry).toHaveBeenCalledTimes(step === 'ended' ? 1 : 0)
    expect(dialog.textContent.includes('Look at it')).toBe(step === 'ended')
  })

  test('offer nothing to be looked at where nothing was done', async () => {
    const nothing = new Map(items.map(({key}) => [key, OUTCOMES.failed]))
    showMany({step: 'ended', items, checks, outcomes: nothing})
    expect((await dialogSays('0 done, 3 failed')).textContent).not.toContain('Look at it')
  })

  test('are not there before somebody asks', () => {
    showMany({step: 'closed'})
    expect(openDialog()).toBeNull()
  })
})

/** What became of telling a student: a new state is a type error here. */
const NOTES: Readonly<Record<MessageNote['state'], {says: RegExp; mayConfirm: boolean}>> = {
  held_back: {says: /Not sent, .*: the school had sent enough that day/, mayConfirm: false},
  failed: {says: /could not send it/, mayConfirm: true},
  sending: {says: /Handed to the school’s platform/, mayConfirm: true},
  told: {says: /Told by mail/, mayConfirm: true},
  confirmed: {says: /Confirmed by the student/, mayConfirm: false},
}
const tellable: Tellable = {
  message: {language: 'nb', to: 'ada@example.com', subject: 'Kortet ditt er klart', text: 'Hei!'},
  whose: 'Ada',
  record: 'passRepair.cs_1.1',
  note: null,
}

describe('The message to a student', () => {
  async function open(words: Partial<Tellable>, why: Fault | null = null) {
    const telling = {
      start: vi.fn<() => void>(),
      told: vi.fn<() => void>(),
      confirmed: vi.fn<() => void>(),
      close: vi.fn<() => void>(),
    }
    show(
      <Worded>
        {(wording) => (
          <MessageDialog
            telling={{open: {...tellable, ...words}, fault: why, ...telling}}
            wording={wording}
          />
        )}
      </Worded>,
    )
    return {telling, dialog: await dialogSays('Tell the student: Ada')}
  }

  test.each(Object.entries(NOTES))('says what became of it: %s', async (state, {says, mayConfirm}) => {
    const note = {channel: 'mail', state: stateOf(state), at: NOW} as const
    const {dialog, telling} = await open({note})
    expect(dialog.textContent).toMatch(says)
    expect(dialog.textContent.includes(en['message.confirm'])).toBe(mayConfirm)
    if (mayConfirm) await user.click(buttonIn(dialog, en['message.confirm']))
    expect(telling.confirmed).toHaveBeenCalledTimes(mayConfirm ? 1 : 0)
  })

  test('is copied, or opened in mail where there is an address', async () => {
    const {dialog, telling} = await open({})
    await user.click(buttonIn(dialog, en['message.copy']))
    await dialogSays(en['message.copied'])
    expect(telling.told).toHaveBeenCalledWith('copy')
    expect(dialog.querySelector('a[href^="mailto:ada%40example.com"]')).not.toBeNull()
    const {dialog: without} = await open({message: {...tellable.message, to: null}})
    expect(without.querySelector('a[href^="mailto:"]')).toBeNull()
    expect(without.textContent).toContain(en['message.no_address'])
  })

  test('says where nothing is noted, and where the note was not kept', async () => {
    expect((await open({record: null})).dialog.textContent).toContain(en['message.no_record'])
    const {dialog} = await open({}, new Fault('unreachable', 'no'))
    expect(dialog.textContent).toContain(en['fault.unreachable.title'])
  })
})

function stateOf(name: string): MessageNote['state'] {
  const found = (['held_back', 'failed', 'sending', 'told', 'confirmed'] as const).find(
    (state) => state === name,
  )
  if (found === undefined) throw new Error(`no state ${name}`)
  return found
}

test('The help says every key there is, and gives the focus back.', async () => {
  show(<Worded>{({text}) => <KeyHint text={text} />}</Worded>)
  const opener = buttonIn(document.querySelector('[data-testid=stage]'), /^Arrows or j and k move/)
  opener.focus()
  await user.keyboard('?')
  const dialog = await dialogSays('With the keyboard')
  const keys = Object.entries(en).filter(([key]) => /^keys\.\w+\.key$/.test(key))
  for (const [, words] of keys) expect(dialog.textContent).toContain(words)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(openDialog()).toBeNull())
  expect(document.activeElement).toBe(opener)
})

describe('A pass without payment', () => {
  const student = aStudent()
  async function open(passes: Parameters<typeof someFacts>[0]) {
    const repairing = {flow: {step: 'closed'} as const, ...nothingAsked()}
    const index = indexFacts(someFacts({students: [student], ...passes}))
    show(
      <Worded>
        {(wording) => <GrantWithoutPayment {...{student: student.id, index, wording, repairing}} />}
      </Worded>,
    )
    await user.click(buttonIn(document.querySelector('[data-testid=stage]'), en['students.gift']))
    return {repairing, dialog: await dialogSays('Grant without payment: Ada Lind')}
  }

  test('needs a pass and a reason, and is shown before it is given', async () => {
    const {dialog, repairing} = await open({passes: [aPass()]})
    const next = buttonIn(dialog, en['repair.next'])
    expect(next.disabled).toBe(true)
    await user.selectOptions(dialog.querySelector('select') ?? next, 'P3')
    expect(next.disabled).toBe(true)
    dialog.querySelector('textarea')?.focus()
    await user.paste('Helped at the open week')
    await user.click(next)
    expect(repairing.ask).toHaveBeenCalledWith(
      expect.objectContaining({student: student.id}),
      expect.objectContaining({
        kind: 'grant',
        reason: 'Helped at the open week',
        choice: {student: 'u1', pass: 'P3', start: 'today'},
      }),
    )
  })

  test('says so where the school has none to give', async () => {
    const {dialog} = await open({passes: []})
    expect(dialog.textContent).toContain(en['students.gift.none'])
  })
})
