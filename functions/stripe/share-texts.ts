import type {Names, Payment} from '../../plugin/core/contract/payment.ts'

// Far more than a school has passes and descriptions; what is beyond is kept as it came.
const AT_MOST = 10_000

/**
 * Makes the step that lets payments share the texts they have in common. Every page of Stripe's brings the name of
 * the pass and of the school anew, a hundred times: kept as they come, they are a third of what a payment takes.
 *
 * @example const shared = payments.map(createTextSharing())
 */
export function createTextSharing(): (payment: Payment) => Payment {
  const known = new Map<string, string>()

  function share(text: string | null): string | null {
    if (text === null) return null
    const held = known.get(text)
    if (held === undefined && known.size < AT_MOST) known.set(text, text)
    return held ?? text
  }

  function shareNames(names: Names): Names {
    return {
      ...names,
      sale: share(names.sale),
      pass: share(names.pass),
      passType: share(names.passType),
      school: share(names.school),
      promoCode: share(names.promoCode),
    }
  }

  return (payment) => ({
    ...payment,
    application: share(payment.application),
    chargePaymentIntent:
      payment.chargePaymentIntent === payment.paymentIntent
        ? payment.paymentIntent
        : payment.chargePaymentIntent,
    names: shareNames(payment.names),
    lines: payment.lines.map(({description, quantity, product}) => ({
      description: share(description),
      quantity,
      product: product && shareNames(product),
    })),
  })
}
