import {Button, Flex, Text} from '@sanity/ui'
import type {Entry} from '../../core/contract/entry.ts'
import type {Choice, RepairKind} from '../../core/contract/repair.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {choiceWords} from './choice-words.ts'
import type {FullWording} from './use-full-wording.ts'
import {otherRepairs} from './other-repairs.ts'
import {repairVerb} from './repair-verb.ts'

// Two candidates may differ only at the end of a long name, and the place may be narrow.
const WRAPPED = {maxWidth: '100%', whiteSpace: 'normal', overflowWrap: 'anywhere'} as const

type EntryChoicesProps = {
  entry: Entry
  index: FactsIndex
  wording: FullWording
  onRepair: (choice: Choice) => void
  onOther: (kind: RepairKind) => void
}

/** The other candidates, each one click away, and what a person may decide beside what is proposed. */
export function EntryChoices({entry, index, wording, onRepair, onOther}: EntryChoicesProps) {
  return (
    <>
      <Candidates entry={entry} index={index} wording={wording} onRepair={onRepair} />
      {otherRepairs(entry).length === 0 ? null : (
        <Flex gap={2} wrap="wrap">
          <OtherRepairs entry={entry} wording={wording} onOther={onOther} />
        </Flex>
      )}
    </>
  )
}

/** Where there is nothing to click, what that means. */
export function Candidates({entry, index, wording: {text}, onRepair}: Omit<EntryChoicesProps, 'onOther'>) {
  const choices = entry.repair?.choices ?? []
  if (repairVerb(entry, text) === null && isMismatch(entry.verdict)) {
    return <Text size={1}>{text('entry.nothing_automatic')}</Text>
  }
  if (choices.length === 0) return null
  return (
    <Flex gap={2} wrap="wrap">
      {choices.map((choice) => (
        <Button
          key={JSON.stringify(choice)}
          mode="ghost"
          padding={3}
          style={WRAPPED}
          onClick={() => onRepair(choice)}
        >
          <Text align="left" size={1} weight="medium" style={WRAPPED}>
            {choiceWords(choice, index, text)}
          </Text>
        </Button>
      ))}
    </Flex>
  )
}

type OtherRepairsProps = Pick<EntryChoicesProps, 'entry' | 'wording' | 'onOther'>

/** A button for each of them, in a line that is its caller's. Each asks for the reason first. */
export function OtherRepairs({entry, wording: {text}, onOther}: OtherRepairsProps) {
  return otherRepairs(entry).map((kind) => (
    <Button
      key={kind}
      mode="bleed"
      fontSize={1}
      padding={3}
      text={`${text(`verb.${kind}`)}…`}
      onClick={() => onOther(kind)}
    />
  ))
}
