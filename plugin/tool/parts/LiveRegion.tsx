import {SrOnly} from '@sanity/ui'
import {useSyncExternalStore} from 'react'
import {announcements} from './announcements.ts'

/** The one region that is read aloud: there before anything is said, and once on a page. */
export function LiveRegion() {
  const words = useSyncExternalStore(announcements.subscribe, announcements.getSnapshot)
  return (
    <SrOnly as="output" aria-live="polite" data-announced>
      {words}
    </SrOnly>
  )
}
