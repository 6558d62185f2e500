import {Box, Button} from '@sanity/ui'
import type {KeptRecord} from '../../core/contract/repair.ts'
import type {StudioSchema} from '../../core/documents/studio-schema.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useUndo} from '../../hooks/use-undo.ts'
import {asFault} from '../../live/as-fault.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import type {Names} from '../parts/names.ts'
import {undoLines} from '../parts/written-lines.ts'
import {eachOf} from './each-of.ts'
import {ManyDialog, type ManyWords} from './ManyDialog.tsx'
import type {Check, Outcome} from './many-flow.ts'
import {oneLine} from './one-line.ts'
import {useMany} from './use-many.ts'

type UndoItem = {key: string; whose: string; record: KeptRecord}

type UndoManyProps = {
  school: string
  records: readonly KeptRecord[]
  whose: (record: KeptRecord) => string
  names: Names
  wording: FullWording
}

/** Takes back everything that one click did: looked at row by row first, then undone row by row. */
export function UndoMany({school, records, whose, names, wording}: UndoManyProps) {
  const {text} = wording
  const {schema} = usePasses()
  const {preview, undo} = useUndo(school)
  const undoable = records.filter((record) => record.undoable && record.undoes === null)
  const many = useMany<UndoItem>({
    check: (items, onChecked, signal) =>
      eachOf(items, async ({key}) => {
        const check: Check = await preview(key, {signal}).then(
          (shown) => ({preview: shown}),
          (error: unknown) => ({fault: asFault(error)}),
        )
        onChecked([[key, check]])
      }),
    run: (rows, onRow) =>
      eachOf(rows, async ({item: {key}}) => {
        const outcome: Outcome = await undo(key).then(
          ({record}) => ({state: 'done', record: record.id}),
          (error: unknown) => ({state: 'failed', fault: asFault(error)}),
        )
        onRow(key, outcome)
      }),
  })
  return (
    <>
      {undoable.length === 0 ? null : (
        <Box>
          <Button
            mode="ghost"
            fontSize={1}
            padding={3}
            text={text('activity.batch.undo', {count: undoable.length})}
            onClick={() =>
              many.start(undoable.map((record) => ({key: record.id, whose: whose(record), record})))
            }
          />
        </Box>
      )}
      <ManyDialog
        id="passes-undo-batch"
        many={many}
        words={undoWords(names, wording, schema)}
        wording={wording}
      />
    </>
  )
}

function undoWords(names: Names, wording: FullWording, {readChange}: StudioSchema): ManyWords<UndoItem> {
  const {text} = wording
  return {
    title: (count) => text('bulk.undo.title', {count}),
    checking: (progress) => text('bulk.undo.checking', progress),
    row({record}, shown) {
      const passes = undoLines(shown.documents.map(readChange), record, names, wording).map(
        ({lines}) => lines,
      )
      return {group: '', words: passes.map(oneLine).join('; '), passes}
    },
    group: (_, items) => text('bulk.undo.group', {count: items.length}),
    notTouched: text('bulk.undo.not_touched'),
    nothing: text('bulk.undo.nothing'),
    confirm: (count) => text('bulk.undo.confirm', {count}),
  }
}
