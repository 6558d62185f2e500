import {waitFor, within} from '@testing-library/react'
import {describe, expect, test} from 'vitest'
import {Fault, FAULT_CODES, type FaultCode} from '../../../plugin/core/contract/fault.ts'
import type {RepairKind} from '../../../plugin/core/contract/repair.ts'
import {en} from '../../../plugin/i18n/en.ts'
import type {OpenQuestions} from '../../../plugin/tool/parts/open-questions.ts'
import {RepairDialog} from '../../../plugin/tool/parts/RepairDialog.tsx'
import type {RepairFlow} from '../../../plugin/tool/parts/repair-flow.ts'
import {buttonIn, dialogOf, NO_WORDS, openDialog, user} from '../support/find.ts'
import {stage} from '../support/stage.tsx'
import {nothingAsked, previewOf} from './mending.ts'
import {rowIn, type ScenarioRow} from './scenario-rows.ts'

const show = stage()

const missing = rowIn('01-', ({entry}) => entry.verdict === 'missing')
const request = {subject: {payment: 'cs_1'}, kind: 'grant'} as const
const fault = new Fault('stripe_unavailable', 'no answer', {}, {requestId: 'req_7'})

async function open(of: ScenarioRow, flow: RepairFlow) {
  const asked = nothingAsked()
  show(<RepairDialog repairing={{flow, ...asked}} index={of.index} />)
  return {dialog: flow.step === 'closed' || flow.step === 'done' ? openDialog() : await dialogOf(''), asked}
}

type Flow<Step extends RepairFlow['step']> = Extract<RepairFlow, {step: Step}>
type Looks = {[Step in RepairFlow['step']]: {flow: Omit<Flow<Step>, 'step'>; look: (seen: Seen) => unknown}}
type Seen = Awaited<ReturnType<typeof open>>

const {entry} = missing.row
const preview = previewOf(missing)

/** What the dialog says at each step of a repair: a new one is a type error here. */
const STEPS: Looks = {
  closed: {flow: {}, look: ({dialog}) => expect(dialog).toBeNull()},
  choosing: {
    flow: {entry, kind: 'dismiss', picked: null},
    async look({dialog, asked}) {
      expect(buttonIn(dialog, 'Dismiss').disabled).toBe(true)
      await user.click(buttonIn(dialog, 'Cancel'))
      expect(asked.close).toHaveBeenCalled()
    },
  },
  previewing: {
    flow: {entry, request, changed: false},
    look: ({dialog}) => expect(dialog?.textContent).toContain(en['repair.reading']),
  },
  shown: {
    flow: {entry, request, preview, changed: false, fault: null},
    async look({dialog, asked}) {
      expect(dialog?.textContent).toContain(en['repair.will_create'])
      expect(dialog?.textContent).not.toContain(en['repair.changed'])
      const confirm = buttonIn(dialog, 'Confirm')
      await waitFor(() => expect(document.activeElement).toBe(confirm))
      await user.keyboard('{Enter}')
      expect(asked.confirm).toHaveBeenCalledTimes(1)
    },
  },
  writing: {
    flow: {entry, request, preview, changed: false},
    look({dialog}) {
      expect(buttonIn(dialog, en['repair.writing']).getAttribute('aria-disabled')).toBe('true')
      expect(buttonIn(dialog, 'Cancel').disabled).toBe(true)
    },
  },
  refused: {
    flow: {entry, request, fault},
    async look({dialog, asked}) {
      expect(dialog?.querySelector('[role=alert]')?.textContent).toContain('req_7')
      await user.click(buttonIn(dialog, en['fault.try_again']))
      expect(asked.askAgain).toHaveBeenCalled()
    },
  },
  done: {
    flow: {
      entry,
      receipt: {
        record: {
          id: 'passRepair.cs_1.1',
          payment: 'cs_1',
          kind: 'grant',
          verdict: 'missing',
          entitlements: [],
          actor: {id: 'p-ingrid', name: 'Ingrid', via: 'studio'},
          at: 0,
          reason: null,
          undoes: null,
          fingerprint: null,
          message: null,
        },
        subject: request.subject,
        kind: 'grant',
        entitlements: [],
      },
    },
    look: ({dialog}) => expect(dialog).toBeNull(),
  },
}

/** Nothing is gained by asking again: the answer stays the same. */
const FINAL: ReadonlySet<FaultCode> = new Set([
  'forbidden',
  'not_repairable',
  'already_repaired',
  'used_since',
])

describe('The dialog that mends', () => {
  test.each(Object.entries(STEPS))('says where it is: %s', async (name, {flow, look}) => {
    const step = {step: name, ...flow}
    if (!isFlow(step)) throw new Error(`no step ${name}`)
    const seen = await open(missing, step)
    await look(seen)
    expect(document.body.textContent).not.toMatch(NO_WORDS)
  })

  test('says first that something changed since somebody looked, where it did', async () => {
    const {dialog} = await open(missing, {step: 'shown', entry, request, preview, changed: true, fault: null})
    expect(dialog?.querySelector('[role=alert]')?.textContent).toContain(en['repair.changed'])
    const again = await open(missing, {step: 'previewing', entry, request, changed: true})
    expect(again.dialog?.textContent).toContain(en['fault.plan_changed.title'])
  })

  test.each(FAULT_CODES)('says why not, and what to do: %s', async (code) => {
    const why = new Fault(code, 'no', {settings: 'STRIPE_KEY', account: 'acct_A'}, {requestId: 'req_7'})
    const {dialog, asked} = await open(missing, {
      step: 'shown',
      entry,
      request,
      preview,
      changed: false,
      fault: why,
    })
    const card = dialog?.querySelector<HTMLElement>('[role=alert]') ?? null
    expect(card?.textContent).toContain(en[`fault.${code}.title`])
    expect(card?.textContent).not.toMatch(NO_WORDS)
    expect(card?.textContent).toContain('req_7')
    const ways = [...(dialog?.querySelectorAll('button') ?? [])].map(({textContent}) => textContent)
    expect(ways.includes('Confirm')).toBe(!FINAL.has(code))
    await user.click(buttonIn(dialog, FINAL.has(code) ? 'Close' : 'Cancel'))
    expect(asked.close).toHaveBeenCalled()
  })
})

/** A row of each kind of repair, as it is proposed; null where a person proposes it. */
const KINDS: Readonly<Record<RepairKind, {of: ScenarioRow; title: RegExp; writes: readonly string[]}>> = {
  grant: {of: missing, title: /^Grant 10-class pass: /, writes: [en['repair.will_create']]},
  link: {of: proposing('79-'), title: /^Link to existing pass: /, writes: [en['repair.will_patch']]},
  correct: {of: proposing('21-'), title: /^Correct the pass: /, writes: [en['repair.will_patch']]},
  revoke: {of: proposing('28-'), title: /^End refunded pass: /, writes: [en['repair.will_patch']]},
  complete_upgrade: {
    of: proposing('34-'),
    title: /^Complete the upgrade: /,
    writes: [en['repair.will_create']],
  },
  choose: {of: proposing('77-'), title: /^Choose the student: /, writes: []},
  mark_complimentary: {
    of: proposing('43-'),
    title: /^Mark as complimentary: /,
    writes: [en['repair.will_patch']],
  },
  dismiss: {of: missing, title: /^Dismiss: /, writes: []},
}

function proposing(file: string): ScenarioRow {
  return rowIn(file, ({entry: {repair}}) => repair !== null)
}

test.each(Object.entries(KINDS))(
  'Whatever a repair writes is shown field by field, and as it will stand: %s',
  async (name, {of, title, writes}) => {
    const kind = name === 'dismiss' ? name : of.row.entry.repair?.kind
    if (kind === undefined) throw new Error(`nothing is proposed in ${of.file}`)
    const shownNow = previewOf(of, kind)
    const {dialog} = await open(of, {
      step: 'shown',
      entry: of.row.entry,
      request: {...request, kind},
      preview: shownNow,
      changed: false,
      fault: null,
    })
    expect(dialog?.textContent).toMatch(title)
    expect(dialog?.textContent).not.toMatch(NO_WORDS)
    for (const words of writes) expect(dialog?.textContent).toContain(words)
    for (const change of shownNow.changes)
      expect(dialog?.textContent).toContain('create' in change ? change.create.id : change.patch.id)
    await user.click(buttonIn(dialog, /JSON|document/i))
    expect(dialog?.querySelectorAll('pre, code').length ?? 0).toBeGreaterThanOrEqual(
      shownNow.documents.length,
    )
  },
)

/** What only a person can settle: a new question is a type error here. */
const QUESTIONS: Readonly<Record<keyof OpenQuestions, ScenarioRow>> = {
  student: rowIn('77-', ({entry: {verdict}}) => verdict === 'unattributed'),
  pass: rowIn('78-', ({entry: {verdict}}) => verdict === 'unattributed'),
  start: rowIn('48-', ({entry: {repair}}) => repair?.kind === 'choose'),
}

describe('What only a person can settle', () => {
  test.each(Object.entries(QUESTIONS))(
    'is asked, and goes on only when it is answered: %s',
    async (name, of) => {
      const {dialog, asked} = await open(of, {
        step: 'choosing',
        entry: of.row.entry,
        kind: 'choose',
        picked: null,
      })
      const next = buttonIn(dialog, en['repair.next'])
      expect(next.disabled).toBe(true)
      await user.click(dialog?.querySelector('input[type=radio]') ?? next)
      // What the answer gives may be over by now: then it has to be said from when it counts.
      const start = dialog?.querySelector('input[name=passes-start]:not(:checked)')
      if (start && next.disabled) await user.click(start)
      expect(next.disabled).toBe(false)
      await user.click(next)
      expect(asked.choose).toHaveBeenCalledWith(
        expect.objectContaining({[name]: expect.any(String)}),
        undefined,
      )
      expect(dialog?.textContent).not.toMatch(NO_WORDS)
    },
  )

  test.each(['mark_complimentary', 'revoke', 'dismiss'] as const satisfies readonly RepairKind[])(
    'is said why, where nobody proposed it: %s',
    async (kind) => {
      const {dialog, asked} = await open(missing, {step: 'choosing', entry, kind, picked: null})
      const next = buttonIn(dialog, kind === 'dismiss' ? 'Dismiss' : en['repair.next'])
      expect(next.disabled).toBe(true)
      const field = dialog?.querySelector('textarea, input') ?? next
      await waitFor(() => expect(document.activeElement).toBe(field))
      await user.paste('Paid back in cash')
      await user.click(next)
      expect(asked.choose).toHaveBeenCalledWith(undefined, 'Paid back in cash')
      expect(within(dialog ?? document.body).queryByText(NO_WORDS)).toBeNull()
    },
  )
})

const STEP_NAMES: ReadonlySet<string> = new Set(Object.keys(STEPS))
function isFlow(flow: {step: string}): flow is RepairFlow {
  return STEP_NAMES.has(flow.step)
}
