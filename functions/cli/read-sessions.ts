import type {Blindness, Facts, Unreadable} from '../../plugin/core/contract/facts.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {toPayment} from '../stripe/to-payment.ts'
import {readLines} from './read-lines.ts'

export type ReadSessions = Pick<Facts, 'payments' | 'denied'> & {
  blind: Blindness[]
  unreadable: Unreadable[]
  complaints: string[]
}

/** Sessions, denied ids and accounts that could not be read, from a file with one of them a line. */
export async function readSessions(file: string): Promise<ReadSessions> {
  const read: ReadSessions = {payments: [], denied: [], blind: [], unreadable: [], complaints: []}
  for await (const line of readLines(file)) {
    if ('broken' in line) {
      read.unreadable.push({source: 'payment', id: null, type: null, field: `line ${line.number}`})
      read.complaints.push(`${file}, line ${line.number}: not JSON`)
    } else if (isShape(line.value) && line.value['object'] === 'denied') {
      if (typeof line.value['id'] === 'string') read.denied.push(line.value['id'])
    } else if (isShape(line.value) && line.value['object'] === 'account_error') {
      read.blind.push(blindness(line.value))
    } else {
      const payment = paymentIn(line.value)
      if ('source' in payment) read.unreadable.push(payment)
      else read.payments.push(payment)
    }
  }
  return read
}

/** Whose session it is hangs on the account: a line that does not say it is not guessed to be the platform's. */
function paymentIn(value: unknown): Payment | Unreadable {
  const account = isShape(value) ? value['account'] : null
  if (account === null || typeof account === 'string') return toPayment(value, account)
  const id = isShape(value) ? value['id'] : null
  return {source: 'payment', id: typeof id === 'string' ? id : null, type: null, field: 'account'}
}

function blindness({account, error}: Shape): Blindness {
  const {code, message} = isShape(error) ? error : {}
  return {
    account: typeof account === 'string' ? account : null,
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  }
}
