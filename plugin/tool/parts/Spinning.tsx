import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {Spinner, Text, usePrefersReducedMotion} from '@sanity/ui'

/** Something is under way. It stands still for whoever asked their machine for less motion. */
export function Spinning() {
  const isStill = usePrefersReducedMotion()
  if (!isStill) return <Spinner muted />
  return (
    <Text size={1} muted aria-hidden>
      <EllipsisHorizontalIcon />
    </Text>
  )
}
