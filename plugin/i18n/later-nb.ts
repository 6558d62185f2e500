import {activity} from './nb/activity.ts'
import {bulk} from './nb/bulk.ts'
import {details} from './nb/details.ts'
import {health} from './nb/health.ts'
import {inspector} from './nb/inspector.ts'
import {message} from './nb/message.ts'
import {overview} from './nb/overview.ts'
import {purchase} from './nb/purchase.ts'
import {remarkForm} from './nb/remark-form.ts'
import {repair} from './nb/repair.ts'
import {setup} from './nb/setup.ts'
import {students} from './nb/students.ts'

/** What is said by what somebody opens then, in Norwegian bokmål. */
export const laterNb = {
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
