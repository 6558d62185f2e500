import {activity} from './en/activity.ts'
import {bulk} from './en/bulk.ts'
import {entry} from './en/entry.ts'
import {faults} from './en/faults.ts'
import {health} from './en/health.ts'
import {inspector} from './en/inspector.ts'
import {message} from './en/message.ts'
import {mismatches} from './en/mismatches.ts'
import {overview} from './en/overview.ts'
import {remark} from './en/remark.ts'
import {purchase} from './en/purchase.ts'
import {repair} from './en/repair.ts'
import {setup} from './en/setup.ts'
import {students} from './en/students.ts'
import {tool} from './en/tool.ts'
import {verdicts} from './en/verdicts.ts'

/** Every sentence of the plugin in English, by key. The keys of every other language are these. */
export const en = {
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
} as const
