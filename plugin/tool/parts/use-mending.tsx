import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {Receipt} from '../../core/contract/repair.ts'
import {announcements} from './announcements.ts'
import {DoneToast} from './DoneToast.tsx'
import {entryParties} from '../../engine/entry-parties.ts'
import type {Wording} from './evidence-words.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {noteWords} from './note-words.ts'
import {repairVerb} from './repair-verb.ts'
import {whoseWords} from './whose-words.ts'
import type {Undoable} from './undo-flow.ts'
import {useRepairFlow, type Repairing} from './use-repair-flow.ts'
import {useTelling, type Tellable, type Telling} from './use-telling.ts'
import {useUndoFlow, type UndoingFlow} from './use-undo-flow.ts'

export type Mending = {
  repairing: Repairing
  undoing: UndoingFlow
  telling: Telling
  /** Takes back what was repaired last on this screen; nothing where there is nothing. */
  undoLast: () => void
  /** Tells the student of it. */
  tellLast: () => void
}

type Last = {undo: Undoable; tell: Tellable | null}

/**
 * Repairing an entry and taking it back, for a screen that lists entries.
 *
 * @param options.hasKeys the list takes `mendingKeys`, and a toast may say so
 */
export function useMending(index: FactsIndex, wording: Wording, {hasKeys}: {hasKeys: boolean}): Mending {
  const {text} = wording
  const {push} = useToast()
  const say = (words: string) => announcements.say('mending', words)
  const [last, setLast] = useState<Last | null>(null)
  const undoing = useUndoFlow(index.school.id, (of) => {
    setLast((known) => (known?.undo.id === of.id ? null : known))
    say(`${text('undo.done', {what: text(`verb.${of.kind}`)})}. ${of.whose}.`)
  })

  const telling = useTelling(index.school.id)

  const onDone = (entry: Entry, {record, duplicates = [], message}: Receipt) => {
    const isProposed = record.kind === entry.repair?.kind
    const verb = (isProposed ? repairVerb(entry, text) : null) ?? text(`verb.${record.kind}`)
    const title = text('repair.done', {verb})
    const whose = whoseWords(entryParties(entry, index), text)
    const note = record.message === null ? [] : [noteWords(record.message, wording)]
    const rivals = duplicates.length === 0 ? [] : [text('repair.rivals', {count: duplicates.length})]
    const undo = {id: record.id, kind: record.kind, whose, record: null}
    const tell = message === undefined ? null : {message, whose, record: record.id, note: record.message}
    push({
      id: record.id,
      status: rivals.length === 0 ? 'success' : 'warning',
      duration: 15_000,
      title,
      description: (
        <DoneToast
          text={text}
          words={[whose, ...note, ...rivals]}
          hasKeys={hasKeys}
          onTell={tell === null ? null : () => telling.start(tell)}
          onUndo={() => undoing.start(undo)}
        />
      ),
    })
    say([title, whose, ...note, ...rivals].join('. '))
    setLast({undo, tell})
  }

  return {
    repairing: useRepairFlow(index.school.id, {onDone}),
    undoing,
    telling,
    undoLast() {
      if (last !== null) undoing.start(last.undo)
    },
    tellLast() {
      if (last?.tell) telling.start(last.tell)
    },
  }
}
