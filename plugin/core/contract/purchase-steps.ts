/** The way of a purchase, in the order in which it goes. */
export const PURCHASE_STEPS = ['paid', 'delivered', 'written', 'seen'] as const
export type PurchaseStepName = (typeof PURCHASE_STEPS)[number]

/** `later`: a step before it is not done. `waiting`: it may come any moment. `stuck`: it should have been done. */
export const STEP_STATES = ['done', 'waiting', 'stuck', 'later'] as const

/** Why a step is not done, each of one step; its sentences say what to do. */
export const NOT_DONE = {
  not_bought: 'paid',
  not_paid: 'paid',
  on_its_way: 'delivered',
  /** An endpoint hears of it and has not taken it. */
  not_taken: 'delivered',
  /** Nobody is told, or whoever is leaves no note. */
  not_told: 'delivered',
  /** Stripe’s list of events could not be read. */
  not_known: 'delivered',
  failed: 'delivered',
  being_written: 'written',
  only_notes: 'written',
  for_a_person: 'written',
  not_written: 'written',
  being_shown: 'seen',
  not_shown: 'seen',
} as const satisfies Record<string, PurchaseStepName>
export type NotDone = keyof typeof NOT_DONE
