import {health} from './nb/health.ts'
import {overview} from './nb/overview.ts'
import {purchase} from './nb/purchase.ts'
import {setup} from './nb/setup.ts'
import {students} from './nb/students.ts'

/** What is said by what somebody opens then, in Norwegian bokmål. */
export const laterNb = {
  ...overview,
  ...setup,
  ...students,
  ...health,
  ...purchase,
} as const
