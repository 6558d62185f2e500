import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {useFirstText} from '../i18n/use-first-text.ts'
import type {PassesOptions} from '../options.ts'
import type {DocumentInspectorProps} from '../studio-api.ts'
import {FocusRing} from '../tool/parts/FocusRing.tsx'
import {InspectedDocument} from './InspectedDocument.tsx'

type PassesInspectorProps = DocumentInspectorProps & {options: PassesOptions}

/** Payments and passes in a panel beside the document. */
export function PassesInspector({documentId, documentType, onClose, options}: PassesInspectorProps) {
  const text = useFirstText()
  return (
    <Flex direction="column" height="fill" overflow="hidden" id="passes-inspector">
      <FocusRing />
      <Card borderBottom flex="none" paddingX={3} paddingY={2}>
        <Flex align="center" gap={2}>
          <Box flex={1}>
            <Text as="h2" size={1} weight="medium">
              {text('inspector.title')}
            </Text>
          </Box>
          <Button
            aria-label={text('tool.close')}
            fontSize={1}
            icon={CloseIcon}
            mode="bleed"
            onClick={onClose}
            padding={2}
          />
        </Flex>
      </Card>
      <Box flex={1} overflow="auto" padding={3}>
        <InspectedDocument documentId={documentId} documentType={documentType} options={options} />
      </Box>
    </Flex>
  )
}
