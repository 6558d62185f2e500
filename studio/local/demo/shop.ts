import type {IncomingMessage, ServerResponse} from 'node:http'
import {SECOND} from '../../../plugin/core/contract/instant.ts'
import {CATALOGUE} from '../seed/catalogue.ts'
import {sell} from '../seed/sale.ts'
import {seedClock} from '../seed/seed-clock.ts'
import {STUDENTS} from '../seed/students.ts'
import type {LocalStripe} from '../stripe/start-stripe.ts'
import {shopPage} from './shop-page.ts'

const LARGEST_FORM = 4_096
/** As long as somebody takes who knows what they want. */
const UNTIL_PAID = 20 * SECOND

/**
 * The demo schools' shop, as far as it matters here: somebody pays, and the local Stripe tells the function of it.
 *
 * @param options.url where the page is asked for: a form that another page sends is refused
 */
export function createShop({stripe, url, now}: {stripe: LocalStripe; url: string; now: () => number}) {
  let news: string | null = null
  let isReachable = true
  let sold = 0

  async function pay(form: URLSearchParams): Promise<string> {
    const student = STUDENTS.find(({id}) => id === form.get('student'))
    const pass = CATALOGUE.find(({id}) => id === form.get('pass'))
    if (student === undefined || pass === undefined) return 'Nobody paid: choose a student and a pass.'
    if (student.school.id !== pass.school.id) return `${pass.name} is sold at ${pass.school.name} only.`
    sold += 1
    const key = `shop ${now()} ${sold}`
    const sale = sell(
      {key, student, pass, at: now() - UNTIL_PAID, paidAfter: UNTIL_PAID},
      seedClock(new Date(now())),
    )
    const event = await stripe.control.sell(sale.stripe)
    const paid = `${student.name} paid ${pass.price} ${pass.school.currency.toUpperCase()} for ${pass.name}.`
    return event.pending_webhooks === 0
      ? `${paid} Stripe has told the function.`
      : `${paid} Nobody has heard of it.`
  }

  async function reach(isPossible: boolean): Promise<string> {
    isReachable = isPossible
    stripe.control.reachEndpoints(isPossible)
    if (!isPossible) return 'The webhook is cut off: what is paid now is paid, and has no pass.'
    return `The webhook works again. Stripe has told of ${(await stripe.control.retryDeliveries()).length} events.`
  }

  async function act(form: URLSearchParams): Promise<string | null> {
    const what = form.get('do')
    if (what === 'pay') return pay(form)
    return what === 'cut' || what === 'mend' ? reach(what === 'mend') : null
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      const pending = stripe.control.pendingEvents().length
      const page = shopPage({students: STUDENTS, passes: CATALOGUE, news, isReachable, pending})
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        })
        .end(page)
      return
    }
    const {origin = url} = request.headers
    const form = origin === url ? await readForm(request) : null
    if (form === null) {
      response.writeHead(403).end()
      return
    }
    news = await act(form)
    response.writeHead(303, {location: '/shop'}).end()
  }
}

/** Null when it is longer than any form of the page. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > LARGEST_FORM) return null
  }
  return new URLSearchParams(text)
}
