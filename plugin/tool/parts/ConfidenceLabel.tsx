import {Flex, Text} from '@sanity/ui'
import type {Confidence} from '../../core/contract/verdict.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {CONFIDENCE_ICONS} from './confidence-icons.ts'

/** How sure the verdict is, as a word with its own icon: never by colour. */
export function ConfidenceLabel({confidence, text}: {confidence: Confidence; text: FirstText}) {
  const Icon = CONFIDENCE_ICONS[confidence]
  return (
    <Flex as="span" align="center" gap={2} paddingX={1} title={text(`confidence.${confidence}.meaning`)}>
      <Text as="span" size={1} muted aria-hidden>
        <Icon />
      </Text>
      <Text as="span" size={1} muted>
        {text(`confidence.${confidence}`)}
      </Text>
    </Flex>
  )
}
