import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {Flex, Label, Stack, Text} from '@sanity/ui'
import type {Entry} from '../../core/contract/entry.ts'
import {whyWords} from './evidence-words.ts'
import type {FullWording} from './use-full-wording.ts'

/** Why an entry has its verdict, and what is worth noting beside it, line by line. */
export function EvidenceList({entry, wording}: {entry: Entry; wording: FullWording}) {
  const {text} = wording
  const notes = entry.notes.map((note) => text(`reason.${note}`))
  return (
    <Stack gap={4}>
      <Lines title={text('entry.why')} lines={whyWords(entry, wording)} icon={<CheckmarkIcon />} />
      {notes.length > 0 ? (
        <Lines title={text('entry.notes')} lines={notes} icon={<InfoOutlineIcon />} />
      ) : null}
    </Stack>
  )
}

function Lines({title, lines, icon}: {title: string; lines: string[]; icon: React.ReactNode}) {
  return (
    <Stack gap={3}>
      <Label as="h2" size={1} muted>
        {title}
      </Label>
      <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {lines.map((line) => (
          <Flex as="li" key={line} gap={2}>
            <Text size={1} muted aria-hidden>
              {icon}
            </Text>
            <Text size={1}>{line}</Text>
          </Flex>
        ))}
      </Stack>
    </Stack>
  )
}
