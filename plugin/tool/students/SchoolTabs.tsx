import {Tab, TabList} from '@sanity/ui'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'

type SchoolTabsProps = {
  schools: readonly School[]
  selected: string
  onSelect: (school: string) => void
  /** The id of the tab panel that shows the selected school. */
  panel: string
}

/** One tab a school, for a student of several; nothing for a student of one. */
export function SchoolTabs({schools, selected, onSelect, panel}: SchoolTabsProps) {
  const text = useText()
  if (schools.length < 2) return null
  return (
    <TabList aria-label={text('students.schools')} gap={1}>
      {schools.map(({id, name}) => (
        <Tab
          aria-controls={panel}
          fontSize={1}
          id={`${panel}-${id}`}
          key={id}
          label={name}
          onClick={() => onSelect(id)}
          padding={3}
          selected={id === selected}
        />
      ))}
    </TabList>
  )
}
