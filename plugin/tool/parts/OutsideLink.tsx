import {LaunchIcon} from '@sanity/icons/Launch'
import {Button} from '@sanity/ui'

type OutsideLinkProps = {href: string; words: string; padding?: number}

/** A button that opens what lies outside the Studio, in a tab of its own that knows nothing of this one. */
export function OutsideLink({href, words, padding = 2}: OutsideLinkProps) {
  return (
    <Button
      as="a"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      mode="ghost"
      fontSize={1}
      padding={padding}
      icon={LaunchIcon}
      text={words}
    />
  )
}
