import {activity} from './en/activity.ts'
import {bulk} from './en/bulk.ts'
import {entry} from './en/entry.ts'
import {faults} from './en/faults.ts'
import {inspector} from './en/inspector.ts'
import {message} from './en/message.ts'
import {mismatches} from './en/mismatches.ts'
import {remark} from './en/remark.ts'
import {repair} from './en/repair.ts'
import {tool} from './en/tool.ts'
import {verdicts} from './en/verdicts.ts'

/** What opening the tool says, in English. */
export const firstEn = {
  ...tool,
  ...verdicts,
  ...faults,
  ...entry,
  ...inspector,
  ...mismatches,
  ...remark,
  ...repair,
  ...message,
  ...activity,
  ...bulk,
} as const
