import {Button} from '@sanity/ui'
import type {Confidence} from '../../core/contract/verdict.ts'

type VerbButtonProps = {
  verb: string
  confidence: Confidence
  /** As wide as the place it stands in. */
  isWide?: boolean
  onFocus?: (() => void) | undefined
  onClick?: (() => void) | undefined
}

/** What is proposed for an entry, by its result: filled where it is certain. */
export function VerbButton({verb, confidence, isWide = false, onFocus, onClick}: VerbButtonProps) {
  const isCertain = confidence === 'certain'
  return (
    <Button
      mode={isCertain ? 'default' : 'ghost'}
      // Filled, the primary tone is white on a blue that axe finds too light to read on.
      tone={isCertain ? 'default' : 'primary'}
      {...(isWide && {width: 'fill'})}
      fontSize={1}
      padding={3}
      text={verb}
      onFocus={onFocus}
      onClick={onClick}
    />
  )
}
