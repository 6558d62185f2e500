import {document} from './nb/document.ts'
import {entry} from './nb/entry.ts'
import {faults} from './nb/faults.ts'
import {mending} from './nb/mending.ts'
import {mismatches} from './nb/mismatches.ts'
import {remark} from './nb/remark.ts'
import {tool} from './nb/tool.ts'
import {verdicts} from './nb/verdicts.ts'

/** What opening the tool says, in Norwegian bokmål. */
export const firstNb = {
  ...tool,
  ...verdicts,
  ...faults,
  ...entry,
  ...document,
  ...mismatches,
  ...remark,
  ...mending,
} as const
