/** Deliveries that no configured secret has signed: a wrong secret, or a stranger. */
export const SIGNATURE_FAILED = 'signature_failed'

/** Signed, but too long ago or for later: sent again by somebody else than Stripe, or a clock is wrong. */
export const OUT_OF_TIME = 'delivery_out_of_time'

/** By which secret a real delivery was verified; `secret` tells it from others without telling it. */
export function verifiedBy(secret: string): string {
  return `verified.${secret}`
}
