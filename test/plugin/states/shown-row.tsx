import type {ComponentProps} from 'react'
import type {RowActions} from '../../../plugin/tool/mismatches/EntryRow.tsx'
import {EntryRow} from '../../../plugin/tool/mismatches/EntryRow.tsx'
import {RowGlimpse} from '../../../plugin/tool/mismatches/RowGlimpse.tsx'
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

/** The same while somebody rushes by. */
export function ShownGlimpse({row, index}: ScenarioRow) {
  return <RowGlimpse row={row} wording={useWording(index.school)} />
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
