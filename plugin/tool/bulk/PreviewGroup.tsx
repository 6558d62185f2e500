import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {LineTable, type TableLine} from '../parts/LineTable.tsx'

export type PreviewRow = {
  key: string
  whose: string
  /** In one line: what would be written, or why nothing can be. */
  words: string
  /** Pass by pass, every field; empty where there is nothing to look at. */
  passes: readonly (readonly TableLine[])[]
}

/** Rows under one heading; each opens to every field that would be written. */
export function PreviewGroup({title, rows}: {title: string; rows: readonly PreviewRow[]}) {
  return (
    <Stack gap={3}>
      <Heading as="h2" size={0}>
        {title}
      </Heading>
      <Card border radius={2} overflow="auto" style={{maxHeight: '45vh'}} tabIndex={0}>
        <Stack as="ul" aria-label={title} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {rows.map((row, place) => (
            <Card as="li" key={row.key} borderBottom={place < rows.length - 1}>
              <Row row={row} />
            </Card>
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}

function Row({row}: {row: PreviewRow}) {
  const {whose, words, passes} = row
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon
  const line = (
    <Flex as="span" gap={[2, 2, 3]} direction={['column', 'column', 'row']} flex={1} style={{minWidth: 0}}>
      <Text as="span" size={1} weight="medium" style={{flex: 2, minWidth: 0}}>
        {whose}
      </Text>
      <Text as="span" size={1} muted style={{flex: 3, minWidth: 0, overflowWrap: 'anywhere'}}>
        {words}
      </Text>
    </Flex>
  )
  if (passes.length === 0) return <Box padding={3}>{line}</Box>
  return (
    <>
      <Card
        as="button"
        type="button"
        padding={3}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        style={{width: '100%', textAlign: 'left', font: 'inherit', border: 0, cursor: 'pointer'}}
      >
        <Flex as="span" gap={3}>
          <Text as="span" size={1} muted aria-hidden>
            <Chevron />
          </Text>
          {line}
        </Flex>
      </Card>
      <Box id={id} hidden={!isOpen} paddingX={3} paddingBottom={3}>
        {isOpen ? (
          <Stack gap={3}>
            {passes.map((lines) => (
              <LineTable key={JSON.stringify(lines)} lines={lines} />
            ))}
          </Stack>
        ) : null}
      </Box>
    </>
  )
}
