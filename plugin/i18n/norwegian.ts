import {document} from './nb/document.ts'
import {entry} from './nb/entry.ts'
import {faults} from './nb/faults.ts'
import {mending} from './nb/mending.ts'
import {mismatches} from './nb/mismatches.ts'
import {remark} from './nb/remark.ts'
import {tool} from './nb/tool.ts'
import {verdicts} from './nb/verdicts.ts'
import {once} from './once.ts'

export const locale = 'nb-NO'

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
  import('./later-nb.ts').then(
    ({laterNb}) => ({...first, ...laterNb}),
    () => null,
  ),
)
