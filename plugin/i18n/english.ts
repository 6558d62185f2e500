import {document} from './en/document.ts'
import {entry} from './en/entry.ts'
import {faults} from './en/faults.ts'
import {mending} from './en/mending.ts'
import {mismatches} from './en/mismatches.ts'
import {remark} from './en/remark.ts'
import {tool} from './en/tool.ts'
import {verdicts} from './en/verdicts.ts'
import {once} from './once.ts'

export const locale = 'en-US'

/** What opening the tool says. */
export const first = {
  ...tool,
  ...verdicts,
  ...faults,
  ...entry,
  ...document,
  ...mismatches,
  ...remark,
  ...mending,
} as const

/** With what is said by what somebody opens then; null where that does not come. */
export const all = once(() =>
  import('./later-en.ts').then(
    ({laterEn}) => ({...first, ...laterEn}),
    () => null,
  ),
)
