import {useState} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {Text} from '../../i18n/use-text.ts'
import {entryParties} from '../parts/entry-parties.ts'
import type {FactsIndex} from '../parts/facts-index.ts'
import {repairVerb} from '../parts/repair-verb.ts'
import {useRepairFlow, type Repairing} from '../parts/use-repair-flow.ts'

/** The repair of one row, and what a live region says of it once it is done. */
export function useStudentRepair(index: FactsIndex, text: Text): {repairing: Repairing; said: string} {
  const [said, setSaid] = useState('')
  const describe = (entry: Entry) => {
    const {studentName, passName} = entryParties(entry, index)
    return {
      title: text('repair.done', {verb: repairVerb(entry, text) ?? text('verb.choose')}),
      description: text('repair.done_for', {
        student: studentName ?? text('entry.nobody'),
        pass: passName ?? text('entry.no_pass_named'),
      }),
    }
  }
  const onDone = (entry: Entry) => {
    const {title, description} = describe(entry)
    setSaid(`${title}. ${description}.`)
  }
  return {repairing: useRepairFlow(index.school.id, {describe, onDone}), said}
}
