import {activity} from './en/activity.ts'
import {bulk} from './en/bulk.ts'
import {details} from './en/details.ts'
import {health} from './en/health.ts'
import {inspector} from './en/inspector.ts'
import {message} from './en/message.ts'
import {overview} from './en/overview.ts'
import {purchase} from './en/purchase.ts'
import {remarkForm} from './en/remark-form.ts'
import {repair} from './en/repair.ts'
import {setup} from './en/setup.ts'
import {students} from './en/students.ts'

/** What is said by what somebody opens then, in English. */
export const laterEn = {
  ...details,
  ...remarkForm,
  ...repair,
  ...message,
  ...bulk,
  ...activity,
  ...inspector,
  ...overview,
  ...setup,
  ...students,
  ...health,
  ...purchase,
} as const
