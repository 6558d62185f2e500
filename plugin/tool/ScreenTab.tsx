import {Tab} from '@sanity/ui'
import {useRoute} from '../hooks/use-route.ts'

/** One screen's tab. The chosen school goes along, what was filtered or opened does not. */
export function ScreenTab({name, label, selected}: {name: string; label: string; selected: boolean}) {
  const {search, go} = useRoute()
  const {school} = search
  return (
    <Tab
      id={`passes-tab-${name}`}
      aria-controls="passes-screen"
      label={label}
      fontSize={1}
      padding={3}
      selected={selected}
      onClick={() => go({screen: name, item: null, search: school === undefined ? {} : {school}})}
    />
  )
}
