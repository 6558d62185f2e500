import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {Suspense} from 'react'
import {useText} from '../i18n/use-text.ts'
import type {PassesOptions} from '../options.ts'
import type {DocumentInspectorProps} from '../studio-api.ts'
import {documentTypes} from '../schema/document-types.ts'
import {CrashCard} from '../tool/parts/CrashCard.tsx'
import {LiveRegion} from '../tool/parts/LiveRegion.tsx'
import {SchemaGate} from '../tool/parts/SchemaGate.tsx'
import {SchoolGate} from '../tool/parts/SchoolGate.tsx'
import {Waiting} from '../tool/parts/Waiting.tsx'
import {InspectedEntitlement} from './InspectedEntitlement.tsx'
import {InspectedStudent} from './InspectedStudent.tsx'

type PassesInspectorProps = DocumentInspectorProps & {options: PassesOptions}

/** The Students screen for the one student whose document is open, or for the holder of an open pass. */
export function PassesInspector({documentId, documentType, onClose, options}: PassesInspectorProps) {
  const text = useText()
  return (
    <Flex direction="column" height="fill" overflow="hidden">
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
      <LiveRegion />
      <Box flex={1} overflow="auto" padding={3}>
        <CrashCard key={documentId}>
          <Suspense fallback={<Waiting what={text('tool.loading')} />}>
            <SchemaGate options={options}>
              <SchoolGate>
                {documentType === documentTypes(options.documents).entitlement ? (
                  <InspectedEntitlement entitlement={documentId} key={documentId} />
                ) : (
                  <InspectedStudent key={documentId} student={documentId} />
                )}
              </SchoolGate>
            </SchemaGate>
          </Suspense>
        </CrashCard>
      </Box>
    </Flex>
  )
}
