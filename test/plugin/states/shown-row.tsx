import type {ComponentProps} from 'react'
import type {RowActions} from '../../../plugin/tool/mismatches/EntryRow.tsx'
import {EntryRow} from '../../../plugin/tool/mismatches/EntryRow.tsx'
import {useWording} from '../../../plugin/tool/parts/use-wording.ts'
import type {ScenarioRow} from './scenario-rows.ts'

export type RowProps = ComponentProps<typeof EntryRow>

/** One row of a list as a list shows it, in the state that a test is about. */
export function ShownRow({row, index, actions, ...state}: ScenarioRow & Partial<RowProps>) {
  const wording = useWording(index.school)
  return (
    <ul>
      <li>
        <EntryRow
          {...{row, index, wording, place: 0, actions: {...NOTHING_TO_DO, ...actions}}}
          isOpen={false}
          isNoting={false}
          isDone={false}
          isCurrent={false}
          isSelected={false}
          maySelect={null}
          {...state}
        />
      </li>
    </ul>
  )
}

const NOTHING_TO_DO: RowActions = {
  toggle: () => undefined,
  focus: () => undefined,
  select: () => undefined,
  repair: () => undefined,
  other: () => undefined,
  undo: () => undefined,
  note: () => undefined,
}
