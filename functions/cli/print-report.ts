import {OF_INSTALLATION, type CheckState} from '../../plugin/core/contract/finding.ts'
import type {HealthAnswer, HealthCheck, HealthEvent} from '../../plugin/core/contract/health.ts'
import {outcomeOf} from '../../plugin/core/contract/event-outcome.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {minorDigits, toMajor, type Money} from '../../plugin/core/contract/money.ts'
import {isNeeded} from '../../plugin/core/contract/webhook-events.ts'
import {checkSentence} from '../../plugin/core/words/check-sentence.ts'
import {doctorWords} from '../../plugin/core/words/doctor.ts'
import {healthWords} from '../../plugin/core/words/health.ts'
import {say, type Values} from '../../plugin/core/words/say.ts'
import type {DoctorReport} from './doctor.ts'
import {MARKDOWN, TERMINAL, type Style} from './report-style.ts'

const BY_WEIGHT: readonly CheckState[] = ['failing', 'warning', 'unknown', 'ok']
const WORDS = {...healthWords, ...doctorWords}

/** What was found, for somebody who reads no code: what needs mending first, each with what to do. */
export function printReport({asOf, live, settings, schools}: DoctorReport, as: 'text' | 'markdown'): string {
  const style = as === 'markdown' ? MARKDOWN : TERMINAL
  const [first] = schools
  const shared =
    settings !== null ? [settings] : (first?.answer.checks ?? []).filter(({id}) => OF_INSTALLATION.has(id))
  const mode = live === null ? [] : [say(WORDS, live ? 'doctor.live' : 'doctor.test')]
  const lines = [
    style.title(say(WORDS, 'doctor.title')),
    [moment(asOf), ...mode].join(' · '),
    style.section(say(WORDS, 'doctor.installation')),
    ...checkLines(shared, style),
    ...schools.flatMap((each) => schoolLines(each, style)),
  ]
  return `${lines.join('\n').trim()}\n`
}

function schoolLines({school, answer}: DoctorReport['schools'][number], style: Style): string[] {
  const own = answer.checks.filter(({id}) => !OF_INSTALLATION.has(id))
  return [
    style.section(`${style.safe(school.name)} (${style.safe(school.id)})`),
    ...checkLines(own, style),
    ...failureLines(answer, style),
    ...salesLines(answer, style),
    ...eventLines(answer, style),
  ]
}

function checkLines(checks: readonly HealthCheck[], style: Style): string[] {
  return BY_WEIGHT.flatMap((state) =>
    groupLines(
      state,
      checks.filter((check) => check.state === state),
      style,
    ),
  )
}

function groupLines(state: CheckState, checks: readonly HealthCheck[], style: Style): string[] {
  if (checks.length === 0) return []
  return [style.group(say(WORDS, `health.state.${state}`)), ...itemLines(state, checks, style), '']
}

/** Checks about which the same is to be said share a line: that there is no endpoint needs saying once. */
function itemLines(state: CheckState, checks: readonly HealthCheck[], style: Style): string[] {
  const shared = new Map<string, {titles: string[]; check: HealthCheck}>()
  for (const check of checks) {
    const {key, values} = checkSentence(check, {list: (items) => items.join(', '), time: moment})
    const sentence = say(WORDS, key, safeValues(values, style))
    const title = say(WORDS, `health.check.${check.id}`)
    const known = shared.get(sentence)
    if (known === undefined) shared.set(sentence, {titles: [title], check})
    else known.titles.push(title)
  }
  const lines: string[] = []
  for (const [sentence, {titles, check}] of shared) {
    const {remedy, setting, link} = check
    lines.push(style.item(state, titles.join(' · '), sentence))
    if (remedy !== null)
      lines.push(style.remedy(say(WORDS, `health.remedy.${remedy}`, {setting: setting ?? ''})))
    if (link !== null) lines.push(style.link(link))
  }
  return lines
}

/** Our own words need no care; what they are filled with was typed by somebody. */
function safeValues(values: Values, {safe}: Style): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? safe(value) : value]),
  )
}

function failureLines({failures}: HealthAnswer, style: Style): string[] {
  if (failures === null || failures.length === 0) return []
  return [
    style.group(say(WORDS, 'doctor.failures')),
    ...failures.map(({cause, count, lastAt}) =>
      style.line(say(WORDS, 'doctor.failure', {cause: style.safe(cause), count, lastAt: moment(lastAt)})),
    ),
    '',
  ]
}

function salesLines({sales}: HealthAnswer, style: Style): string[] {
  if (sales === null) return []
  return [
    style.group(say(WORDS, 'doctor.sales')),
    ...sales.map(({days, paid, granted, complete}) =>
      style.line(say(WORDS, complete ? 'doctor.sales_of' : 'doctor.sales_newest', {days, paid, granted})),
    ),
    '',
  ]
}

function eventLines({events}: HealthAnswer, style: Style): string[] {
  if (events === null || events.length === 0) return []
  const columns = ['at', 'event', 'amount', 'pass', 'outcome'] as const
  const header = columns.map((column) => say(WORDS, `doctor.column.${column}`))
  return [
    style.group(say(WORDS, 'doctor.events')),
    ...style.table([header, ...events.map((event) => eventCells(event, style))]),
    '',
  ]
}

function eventCells(event: HealthEvent, {safe}: Style): string[] {
  const {at, type, amount, pass} = event
  return [
    moment(at),
    isNeeded(type) ? say(WORDS, `health.event.${type}`) : safe(type),
    amount === null ? '' : amountIn(amount),
    pass === null ? '' : safe(pass.name?.trim() ?? pass.id),
    say(WORDS, `health.outcome.${outcomeOf(event)}`),
  ]
}

function amountIn(amount: Money): string {
  return `${toMajor(amount).toFixed(minorDigits(amount.currency))} ${amount.currency.toUpperCase()}`
}

function moment(at: number): string {
  return `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`
}
