import type {MessageKey} from './message-key.ts'
import {activity} from './nb/activity.ts'
import {bulk} from './nb/bulk.ts'
import {entry} from './nb/entry.ts'
import {faults} from './nb/faults.ts'
import {health} from './nb/health.ts'
import {inspector} from './nb/inspector.ts'
import {message} from './nb/message.ts'
import {mismatches} from './nb/mismatches.ts'
import {overview} from './nb/overview.ts'
import {remark} from './nb/remark.ts'
import {purchase} from './nb/purchase.ts'
import {repair} from './nb/repair.ts'
import {setup} from './nb/setup.ts'
import {students} from './nb/students.ts'
import {tool} from './nb/tool.ts'
import {verdicts} from './nb/verdicts.ts'

/** Every sentence of the plugin in Norwegian bokmål. A missing one is a type error. */
export const nb: Record<MessageKey, string> = {
  ...tool,
  ...verdicts,
  ...faults,
  ...entry,
  ...message,
  ...mismatches,
  ...overview,
  ...remark,
  ...repair,
  ...setup,
  ...students,
  ...health,
  ...purchase,
  ...inspector,
  ...activity,
  ...bulk,
}
