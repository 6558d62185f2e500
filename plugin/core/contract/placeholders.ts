/** A time that is filled in when the plan is carried out, so that a plan's hash does not depend on the clock. */
export const NOW = '@now'
/** The person who carries the plan out. */
export const ACTOR = '@actor'
