import {refuseUnknown} from '../parameters.ts'
import type {Route} from '../route.ts'
import {badRequest} from '../stripe-fault.ts'
import {checkoutSessions} from './checkout-sessions.ts'
import {found} from './resource.ts'

export const expireCheckoutSession: Route = {
  method: 'POST',
  path: '/v1/checkout/sessions/:id/expire',
  permission: 'checkout_session_write',
  async answer(call) {
    refuseUnknown(call.parameters, ['expand'])
    const session = found(call, checkoutSessions)
    if (session.status !== 'open') {
      throw badRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      )
    }
    const object = {...session, status: 'expired', url: null} as const
    call.books.sessions.put(object)
    await call.emit(call.books, {type: 'checkout.session.expired', object})
    return object
  },
}
