import {health} from './en/health.ts'
import {overview} from './en/overview.ts'
import {purchase} from './en/purchase.ts'
import {setup} from './en/setup.ts'
import {students} from './en/students.ts'

/** What is said by what somebody opens then, in English. */
export const laterEn = {
  ...overview,
  ...setup,
  ...students,
  ...health,
  ...purchase,
} as const
