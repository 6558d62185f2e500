import {expect, it, onTestFinished, vi} from 'vitest'
import type {EntitlementCreation} from '../../../plugin/core/contract/change.ts'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {notLoaded} from '../../../plugin/core/contract/not-loaded.ts'
import type {Proposal, RepairKind} from '../../../plugin/core/contract/repair.ts'
import type {Verdict} from '../../../plugin/core/contract/verdict.ts'
import {en} from '../../../plugin/i18n/en.ts'
import type {Text} from '../../../plugin/i18n/use-text.ts'
import {jointOf} from '../../../plugin/tool/parts/Connector.tsx'
import {whyWords, type Wording} from '../../../plugin/tool/parts/evidence-words.ts'
import {faultWords} from '../../../plugin/tool/parts/fault-words.ts'
import {repairVerb} from '../../../plugin/tool/parts/repair-verb.ts'
import {stripeAddress} from '../../../plugin/tool/parts/stripe-address.ts'
import {formatMoney} from '../../../plugin/tool/parts/use-money.ts'
import {entry, payment} from '../students/people.ts'

/** The sentences as the Studio's own translator would say them. */
const text: Text = (key, values = {}) => {
  const sentences: Record<string, string> = en
  const counted = sentences[`${key}_${values['count'] === 1 ? 'one' : 'other'}`]
  return (sentences[key] ?? counted ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name]),
  )
}
const wording: Wording = {
  text,
  money: (money) => formatMoney(money, 'en-US'),
  times: {date: () => '1 Mar 2026', dateTime: () => '1 Mar 2026, 12:00', clock: () => '12:00'},
  currency: 'nok',
}

it.each([
  [{minor: 25_000, currency: 'nok'}, 'en-US', '250 kr'],
  [{minor: 25_000, currency: 'nok'}, 'nb-NO', '250 kr'],
  [{minor: 200_050, currency: 'nok'}, 'en-US', '2,000.50 kr'],
  [{minor: 0, currency: 'nok'}, 'en-US', '0 kr'],
  [{minor: 1_200, currency: 'usd'}, 'en-US', '$12'],
  [{minor: 1_200, currency: 'jpy'}, 'en-US', '¥1,200'],
])('%o in %s is %s', (money, locale, words) => {
  expect(formatMoney(money, locale).replaceAll('\u00A0', ' ')).toBe(words)
})

it('why is said in words, the reason first and nothing twice', () => {
  const why = whyWords(
    entry({
      key: 'cs_1',
      reasons: ['nothing_granted'],
      evidence: [
        {kind: 'same_session'},
        {kind: 'amount_differs', paid: 200, price: 250},
        {kind: 'granted_after', ms: 125_000},
        {kind: 'same_session'},
      ],
    }),
    wording,
  ).map((words) => words.replaceAll('\u00A0', ' '))
  expect(why).toEqual([
    'nothing carries this payment’s id',
    'same checkout id',
    'paid 200 kr, price 250 kr',
    'granted 2 minutes after',
  ])
})

const proposal = (kind: RepairKind, more: Partial<Proposal> = {}): Proposal => ({
  kind,
  changes: [],
  choices: [],
  ...more,
})
const making = (fields: EntitlementCreation['fields']) => ({changes: [{create: {id: 'x', fields}}]})

it.each<[Verdict, Proposal, string | null]>([
  ['missing', proposal('grant', making({classesLeft: 10})), 'Grant 10-class pass'],
  ['missing', proposal('grant', making({})), 'Grant unlimited pass'],
  ['unlinked', proposal('link'), 'Link to existing pass'],
  ['refunded', proposal('revoke'), 'End refunded pass'],
  ['duplicate', proposal('revoke'), 'End the extra pass'],
  ['unattributed', proposal('choose', {choices: [{student: 'a'}, {student: 'b'}]}), 'Choose the student'],
  ['missing', proposal('choose', {choices: [{start: 'paid'}, {start: 'today'}]}), 'Choose the dates'],
  ['unattributed', proposal('choose'), null],
])('the one verb of %s with %o', (verdict, repair, words) => {
  expect(repairVerb(entry({key: 'cs_1', verdict, repair}), text)).toBe(words)
})

it('a payment is joined to a pass only where both are there', () => {
  expect(jointOf(entry({key: 'a', payment: 'a', entitlements: ['e']}))).toBe('matched')
  expect(jointOf(entry({key: 'a', payment: 'a', verdict: 'matched'}))).toBe('missing')
  expect(jointOf(entry({key: 'a', payment: 'a', verdict: 'missing'}))).toBe('missing')
  expect(jointOf(entry({key: 'a', payment: 'a', entitlements: ['e'], verdict: 'unlinked'}))).toBe('suggested')
})

it('a fault says what it is, what to do, and for whom to ask', () => {
  const blind = new Fault('account_unreadable', 'no such account', {account: 'acct_A'}, {requestId: 'r-7'})
  const words = faultWords(blind, text)
  expect(words.action).toContain('acct_A')
  expect(words.technical).toBe('account_unreadable: no such account · Request id r-7')
})

it('a Studio without a token is told the setting, one whose sign-in ended to sign in', () => {
  const setting = "auth: {loginMethod: 'token'}"
  const cut = new Fault('unreachable', 'no answer', {endpoint: 'https://passes.example.com'})
  vi.stubGlobal('origin', 'http://localhost:3333')
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(faultWords(cut, text).action).toMatch(
    /https:\/\/passes\.example\.com.*ALLOWED_ORIGINS names http:\/\/localhost:3333/,
  )
  expect(faultWords(new Fault('unauthenticated', 'no token', {setting}), text).action).toContain(setting)
  expect(faultWords(new Fault('unauthenticated', 'expired'), text)).toMatchObject({
    title: 'Your sign-in has ended',
    reload: true,
  })
})

it('a part that did not load is told as that, and reloading the page is offered', () => {
  expect(faultWords(notLoaded(), text)).toMatchObject({
    title: 'This part of the screen did not load',
    button: 'Reload the page',
    reload: true,
  })
})

it('Stripe’s dashboard is opened on the account that was paid to, live or test', () => {
  expect(stripeAddress(payment({id: 'cs_1', account: 'acct_A'}))).toBe(
    'https://dashboard.stripe.com/acct_A/payments/pi_cs_1',
  )
  expect(stripeAddress(payment({id: 'cs_1', account: null, live: false, paymentIntent: null}))).toBe(
    'https://dashboard.stripe.com/test/search?query=cs_1',
  )
})
