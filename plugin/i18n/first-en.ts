import {document} from './en/document.ts'
import {entry} from './en/entry.ts'
import {faults} from './en/faults.ts'
import {mending} from './en/mending.ts'
import {mismatches} from './en/mismatches.ts'
import {remark} from './en/remark.ts'
import {tool} from './en/tool.ts'
import {verdicts} from './en/verdicts.ts'

/** What opening the tool says, in English. */
export const firstEn = {
  ...tool,
  ...verdicts,
  ...faults,
  ...entry,
  ...document,
  ...mismatches,
  ...remark,
  ...mending,
} as const
