import {useSyncExternalStore} from 'react'
import {announcements} from './announcements.ts'

// Not the theme's SrOnly: that is hidden from whoever reads by ear.
const UNSEEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** The one region that is read aloud: there before anything is said, and once on a page. */
export function LiveRegion() {
  const words = useSyncExternalStore(announcements.subscribe, announcements.getSnapshot)
  return (
    <output aria-live="polite" data-announced style={UNSEEN}>
      {words}
    </output>
  )
}
