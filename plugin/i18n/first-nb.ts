import {activity} from './nb/activity.ts'
import {bulk} from './nb/bulk.ts'
import {entry} from './nb/entry.ts'
import {faults} from './nb/faults.ts'
import {inspector} from './nb/inspector.ts'
import {message} from './nb/message.ts'
import {mismatches} from './nb/mismatches.ts'
import {remark} from './nb/remark.ts'
import {repair} from './nb/repair.ts'
import {tool} from './nb/tool.ts'
import {verdicts} from './nb/verdicts.ts'

/** What opening the tool says, in Norwegian bokmål. */
export const firstNb = {
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
