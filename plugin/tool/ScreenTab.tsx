import {Tab} from '@sanity/ui'
import {useRoute} from '../hooks/use-route.ts'

/** What a list of tabs tells each of its own, so that the arrows can come to it. */
export type ArrowsOfTabs = {focused?: boolean; onFocus?: () => void}

type ScreenTabProps = ArrowsOfTabs & {
  name: string
  label: string
  selected: boolean
  /** How many things wait there, and the tab's name for whoever does not see the number. */
  alert?: {count: string; label: string} | null
}

/** One screen's tab. The chosen school goes along, what was filtered or opened does not. */
export function ScreenTab({name, label, selected, alert = null, ...arrows}: ScreenTabProps) {
  const {search, go} = useRoute()
  const {school} = search
  return (
    <Tab
      {...arrows}
      id={`passes-tab-${name}`}
      aria-controls="passes-screen"
      label={alert === null ? label : `${label} ${alert.count}`}
      fontSize={1}
      padding={3}
      selected={selected}
      {...(alert !== null && {tone: 'critical' as const, 'aria-label': alert.label})}
      onClick={() => go({screen: name, item: null, search: school === undefined ? {} : {school}})}
    />
  )
}
