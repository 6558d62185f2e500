import {Tab, TabList} from '@sanity/ui'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {TABS, type Tab as Name} from '../../engine/rows.ts'

type TabBarProps = {
  selected: Name
  /** Null while rows are still coming. */
  counts: Record<Name, number> | null
  onSelect: (tab: Name) => void
}

/** Which entries, by the job to be done with them. A tab that has nothing and never had is left out. */
export function TabBar({selected, counts, onSelect}: TabBarProps) {
  const text = useFirstText()
  const tabs = TABS.filter((tab) => tab !== 'dismissed' || (counts?.dismissed ?? 0) > 0 || tab === selected)
  return (
    <TabList gap={1} aria-label={text('mismatches.tabs')}>
      {tabs.map((tab) => (
        <Tab
          key={tab}
          id={`passes-list-${tab}`}
          aria-controls="passes-list"
          label={[text(`mismatches.tab.${tab}`), counts?.[tab]].join(' ').trimEnd()}
          fontSize={1}
          padding={2}
          selected={tab === selected}
          onClick={() => onSelect(tab)}
        />
      ))}
    </TabList>
  )
}
