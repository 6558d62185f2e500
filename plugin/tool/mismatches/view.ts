import {TABS, type Tab} from '../../engine/rows.ts'
import {CONFIDENCES, VERDICTS, type Confidence, type Verdict} from '../../core/contract/verdict.ts'

/** Which entries are shown. All of it stands in the address, so that a view can be sent to a colleague. */
export type View = {
  tab: Tab
  verdict: Verdict | null
  confidence: Confidence | null
  /** Only what somebody made a note of, or waits for a student with. */
  note: Noted | null
  days: number
  sort: Sort
  text: string
  /** The key of the entry whose details are open. */
  open: string | null
}

export const NOTED = ['waiting', 'noted'] as const
export type Noted = (typeof NOTED)[number]

/** The newest first unless said otherwise. */
export const SORTS = ['newest', 'oldest', 'amount', 'student'] as const
export type Sort = (typeof SORTS)[number]

export const PERIODS: readonly number[] = [30, 90, 180, 365]
export const DEFAULT_VIEW: View = {
  tab: 'review',
  verdict: null,
  confidence: null,
  note: null,
  days: 90,
  sort: 'newest',
  text: '',
  open: null,
}

/** A view out of the part of an address behind the question mark. What is not understood counts as not said. */
export function readView(search: Readonly<Record<string, string>>): View {
  const {tab, verdict, confidence, note, days, sort, text, open} = search
  return {
    tab: TABS.find((name) => name === tab) ?? DEFAULT_VIEW.tab,
    verdict: VERDICTS.find((name) => name === verdict) ?? null,
    confidence: CONFIDENCES.find((name) => name === confidence) ?? null,
    note: NOTED.find((name) => name === note) ?? null,
    days: PERIODS.find((period) => String(period) === days) ?? DEFAULT_VIEW.days,
    sort: SORTS.find((name) => name === sort) ?? DEFAULT_VIEW.sort,
    text: text ?? '',
    open: open === undefined || open === '' ? null : open,
  }
}

/** The same view as an address says it: defaults are left out, and what is not of the view stays. */
export function writeView(view: View, search: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set(Object.keys(view))
  const others = Object.entries(search).filter(([name]) => !names.has(name))
  const said = Object.entries(view).filter(
    ([name, value]) => value !== null && !isDefault(name, value) && value !== '',
  )
  return Object.fromEntries([...others, ...said.map(([name, value]) => [name, String(value)])])
}

function isDefault(name: string, value: string | number): boolean {
  return Object.entries(DEFAULT_VIEW).some(([known, usual]) => known === name && usual === value)
}

/** Whether two addresses say the same. */
export function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name])
}

/** Shows another view: a step to come back from, unless it replaces the one before, as each rest in typing does. */
export type SetView = (next: Partial<View>, options?: {replace: boolean}) => void

/** Whether anything but the tab, the period and the open row narrows what is shown. */
export function isFiltered({verdict, confidence, note, text}: View): boolean {
  return verdict !== null || confidence !== null || note !== null || text.trim() !== ''
}

/** How many filters stand beside the search, the period among them where it is not the usual one. */
export function countFilters({verdict, confidence, note, days}: View): number {
  return [verdict !== null, confidence !== null, note !== null, days !== DEFAULT_VIEW.days].filter(Boolean)
    .length
}

/** What a view is without anything that narrows it. */
export const UNFILTERED = {verdict: null, confidence: null, note: null, text: ''} satisfies Partial<View>
