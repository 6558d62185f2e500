import {Box, Button, Flex, Label, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useRef, type ReactNode} from 'react'
import {MOST_REMARKS} from '../../core/contract/remark.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {remarksOf, type SaidRemark} from '../../engine/remarks-of.ts'
import type {Row} from '../../engine/rows.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {RemarkForm} from './RemarkForm.tsx'
import {useRemarking} from './use-remarking.ts'

type EntryRemarksProps = {
  row: Row
  index: FactsIndex
  wording: FullWording
  isNoting: boolean
  onNoting: (isNoting: boolean) => void
  /** What else can be done with the entry, in the same line. */
  children: ReactNode
}

/** What colleagues said of an entry, the oldest first, and the ways to answer. */
export function EntryRemarks(props: EntryRemarksProps) {
  const {row, index, wording, isNoting, onNoting, children} = props
  const {entry, remark} = row
  const {text} = wording
  const {push} = useToast()
  const {isSaving, fault, say} = useRemarking(index.school.id)
  const opener = useRef<HTMLButtonElement>(null)
  const said = remarksOf(entry, index)
  const isFull = said.length >= MOST_REMARKS
  const isWriting = isNoting && !isFull
  // Not gone while somebody writes: the focus comes back to it.
  const hidden = isWriting ? {display: 'none'} : undefined
  const isWaiting = remark?.waiting ?? false
  /** The button that was pressed is gone then. */
  const goOn = () => requestAnimationFrame(() => opener.current?.focus())
  const add = async (words: string | null, waiting: boolean) => {
    const isKept = await say({about: entry.key, add: {id: crypto.randomUUID(), text: words, waiting}})
    if (!isKept) return
    push({status: 'success', title: text('remark.saved')})
    onNoting(false)
  }
  const remove = async ({about, id}: SaidRemark) => {
    if (await say({about, remove: id})) goOn()
  }
  return (
    <Stack gap={3}>
      {said.length === 0 ? null : (
        <Stack gap={3}>
          <Label as="h2" size={1} muted>
            {text('remark.title')}
          </Label>
          <Stack as="ul" gap={2} padding={0} margin={0} style={{listStyle: 'none'}}>
            {said.map((one) => (
              <RemarkItem key={one.id} remark={one} wording={wording} onRemove={() => void remove(one)} />
            ))}
          </Stack>
        </Stack>
      )}
      {fault === null ? null : <FaultCard fault={fault} />}
      {isWriting ? (
        <RemarkForm
          text={text}
          isWaiting={isWaiting}
          isSaving={isSaving}
          onSave={(words, waiting) => void add(words, waiting)}
          onCancel={() => onNoting(false)}
        />
      ) : null}
      {isFull ? <Text size={1}>{text('remark.full', {count: MOST_REMARKS})}</Text> : null}
      <Flex gap={2} wrap="wrap" align="center">
        {isFull ? null : (
          <>
            <Button
              ref={opener}
              style={hidden}
              mode="ghost"
              fontSize={1}
              padding={3}
              text={text(said.length === 0 ? 'remark.add' : 'remark.answer')}
              onClick={() => onNoting(true)}
            />
            <Button
              style={hidden}
              mode="bleed"
              fontSize={1}
              padding={3}
              text={text(isWaiting ? 'remark.wait_no_more' : 'remark.wait')}
              disabled={isSaving}
              onClick={() => void add(null, !isWaiting)}
            />
          </>
        )}
        {children}
      </Flex>
    </Stack>
  )
}

type RemarkItemProps = {remark: SaidRemark; wording: FullWording; onRemove: () => void}

function RemarkItem({remark, wording: {text, times}, onRemove}: RemarkItemProps) {
  const what = remark.text ?? text(remark.waiting ? 'remark.waits' : 'remark.waits_no_more')
  const waits = remark.waiting && remark.text !== null ? ` · ${text('remark.waits')}` : ''
  const by = text('entry.repaired', {who: remark.by.name, when: times.dateTime(remark.at)})
  return (
    <Flex as="li" gap={3} align="center" wrap="wrap">
      <Text size={1} style={{overflowWrap: 'anywhere', minWidth: 0}}>
        {what}
        <span style={{color: 'var(--card-muted-fg-color)'}}>{`${waits} · ${by}`}</span>
      </Text>
      <Box>
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          text={text('remark.remove')}
          aria-label={`${text('remark.remove')}: ${what}`}
          onClick={onRemove}
        />
      </Box>
    </Flex>
  )
}
