import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useSchema} from 'sanity'
import type {Documents} from '../../core/documents/documents-option.ts'
import {PassesProvider} from '../../hooks/PassesProvider.tsx'
import {schoolSchemaOf} from '../../hooks/school-schema-of.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import type {PassesOptions} from '../../options.ts'
import {OwnSchemaProblems} from '../../schema/OwnSchemaCheck.tsx'

/**
 * Lets nothing of the plugin begin while what it was told of the school's schema does not hold: it would look for
 * documents that are not there, and say that nobody has a pass.
 */
export function OwnSchemaGate({
  documents,
  options,
  children,
}: {
  documents: Documents
  options: PassesOptions
  children: ReactNode
}) {
  const studio = useSchema()
  const {schema, problems} = schoolSchemaOf(documents, (name) => studio.get(name))
  if (schema === null) return <Problems problems={problems} />
  return (
    <PassesProvider options={options} schema={schema}>
      {children}
    </PassesProvider>
  )
}

function Problems({problems}: {problems: readonly string[]}) {
  const text = useFirstText()
  return (
    <Box padding={[3, 4, 5]}>
      <Card tone="critical" border radius={2} padding={[3, 4]} role="alert">
        <Flex gap={3} align="flex-start">
          <Text size={2} aria-hidden>
            <WarningOutlineIcon />
          </Text>
          <Stack gap={4} flex={1} style={{minWidth: 0}}>
            <Text as="h2" weight="semibold" size={1}>
              {text('schema.wrong.title')}
            </Text>
            <OwnSchemaProblems action={text('schema.wrong.action')} problems={problems} />
          </Stack>
        </Flex>
      </Card>
    </Box>
  )
}
