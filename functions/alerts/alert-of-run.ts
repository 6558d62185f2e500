import {DAY} from '../../plugin/core/contract/instant.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {alertText} from '../../plugin/core/words/alert.ts'
import {countFailures} from '../handlers/health/delivery-outcomes.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {amendState} from '../sync/amend-state.ts'
import type {Alerter} from './alerter.ts'
import {newsOf, type News, type RunEnd, type Told} from './news-of.ts'

/**
 * Tells whoever is to be told what a run found that was not told before. Whoever remembers it first tells it, so that
 * two runs at once make one message. One that does not arrive is tried again by the next run, and fails nothing: the
 * log says so.
 */
export async function alertOfRun(of: RequestCase, run: Omit<RunEnd, 'causes'>): Promise<void> {
  const {alerter} = of
  if (alerter === null) return
  try {
    const claimed = await claim(of, {...run, causes: await causesOf(alerter, of.now())})
    if (claimed === null) return
    if (await alerter.post(alertText({...claimed.news, school: of.school, studio: alerter.studio}))) return
    await giveBack(of, claimed.before)
    alerter.onFailed()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    alerter.onFailed()
  }
}

type Claimed = {news: News; before: Told}

async function claim({ledger, school}: RequestCase, run: RunEnd): Promise<Claimed | null> {
  const claimed: {now: Claimed | null} = {now: null}
  await amendState(ledger, school, (state) => {
    const {news, told} = newsOf(state.alertState, run)
    claimed.now = news === null ? null : {news, before: state.alertState}
    return isSame(told, state.alertState) ? null : {...state, alertState: {...told}}
  })
  return claimed.now
}

async function giveBack({ledger, school}: RequestCase, before: Told): Promise<void> {
  await amendState(ledger, school, (state) => ({...state, alertState: {...before}}))
}

/** Why webhooks failed within a day. What the platform's own noted was written for people, and stays where it is. */
async function causesOf({deliveries}: Alerter, now: number): Promise<string[]> {
  const own = (await deliveries(now - DAY)).filter(({source}) => source === 'stripe-passes')
  return countFailures(own, now).map(({cause}) => cause)
}

function isSame(a: Told, b: Told): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
