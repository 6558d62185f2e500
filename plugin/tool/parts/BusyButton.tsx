import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {Button, usePrefersReducedMotion} from '@sanity/ui'
import type {ComponentProps} from 'react'

type BusyButtonProps = Omit<ComponentProps<typeof Button>, 'loading'> & {isBusy: boolean}

/** A button that shows that it is at work, without turning for whoever asked their machine for less motion. */
export function BusyButton({isBusy, icon, ...rest}: BusyButtonProps) {
  const isStill = usePrefersReducedMotion()
  return (
    <Button {...rest} loading={isBusy && !isStill} icon={isBusy && isStill ? EllipsisHorizontalIcon : icon} />
  )
}
