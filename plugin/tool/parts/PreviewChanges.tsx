import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Button, Card, Stack, Text} from '@sanity/ui'
import {Code} from '@sanity/ui/code'
import {useId, useState} from 'react'
import type {Change, DocumentChange} from '../../core/contract/change.ts'
import type {Preview} from '../../core/contract/repair.ts'
import {useText} from '../../i18n/use-text.ts'
import {changeLines} from './change-lines.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {LineTable} from './LineTable.tsx'
import {useFullWording} from './use-full-wording.ts'
import {useWording} from './use-wording.ts'

/** Everything that a plan writes: in words first, then the documents as they will stand in the dataset. */
export function PreviewChanges({preview, index}: {preview: Preview; index: FactsIndex}) {
  const text = useText()
  return (
    <Stack gap={4}>
      {preview.changes.map((change) => (
        <ChangeTable key={idOf(change)} change={change} index={index} />
      ))}
      <Text size={1} muted>
        {text('repair.and_record')}
      </Text>
      <RawDocuments documents={preview.documents} />
    </Stack>
  )
}

function idOf(change: Change): string {
  return 'create' in change ? change.create.id : change.patch.id
}

function ChangeTable({change, index}: {change: Change; index: FactsIndex}) {
  const wording = useFullWording(useWording(index.school))
  const {text} = wording
  const lines = changeLines(change, index, wording)
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {text('create' in change ? 'repair.will_create' : 'repair.will_patch')}
      </Text>
      <LineTable lines={[...lines, {label: text('repair.document_id'), value: idOf(change), before: null}]} />
    </Stack>
  )
}

/** The documents as they will stand in the dataset, folded away. */
export function RawDocuments({documents}: {documents: readonly DocumentChange[]}) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <Stack gap={2}>
      <Box>
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
          text={text('repair.raw', {count: documents.length})}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        />
      </Box>
      <Stack gap={3} id={id} hidden={!isOpen}>
        {isOpen
          ? documents.map((document) => <RawDocument key={rawId(document)} document={document} />)
          : null}
      </Stack>
    </Stack>
  )
}

function RawDocument({document}: {document: DocumentChange}) {
  return (
    <Card tone="transparent" border radius={2} padding={3} overflow="auto" tabIndex={0}>
      <Code size={1} language="json">
        {JSON.stringify('create' in document ? document.create : document.patch, null, 2)}
      </Code>
    </Card>
  )
}

function rawId(document: DocumentChange): string {
  return 'create' in document ? document.create._id : document.patch.id
}
