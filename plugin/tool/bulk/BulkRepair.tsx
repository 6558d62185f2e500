import {Button} from '@sanity/ui'
import type {Preview} from '../../core/contract/repair.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {changeLines} from '../parts/change-lines.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {useFullWording, type FullWording} from '../parts/use-full-wording.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {grantVerb, repairVerb} from '../parts/repair-verb.ts'
import {BatchRecords} from './BatchRecords.tsx'
import {ManyDialog, type ManyWords} from './ManyDialog.tsx'
import {moneyTotal} from './money-total.ts'
import {oneLine} from './one-line.ts'
import {termsWords} from '../parts/terms-words.ts'
import {SelectionBar} from './SelectionBar.tsx'
import {batchItems, type Bulk} from './use-bulk.ts'
import {useBatchRepair, type BatchItem} from './use-batch-repair.ts'

type BulkRepairProps = {bulk: Bulk; index: FactsIndex; wording: Wording}

/** Repairing the selected rows: the bar, what would be written, how each row ended, and what stands written later. */
export function BulkRepair({bulk, index, wording: brief}: BulkRepairProps) {
  const wording = useFullWording(brief)
  const {text, money} = wording
  const {search, go} = useRoute()
  const batch = search['batch'] ?? null
  const setBatch = (next: string | null) => {
    const {batch: _, ...others} = search
    go({search: next === null ? others : {...others, batch: next}}, {replace: true})
  }
  const many = useBatchRepair({school: index.school.id, batch, onBegin: setBatch})
  const {selected, ofKind} = bulk
  const [first] = selected
  const verb = first === undefined ? '' : text(`verb.${first.entry.repair?.kind ?? 'choose'}`)
  const isOpen = many.flow.step !== 'closed'
  const leave = () => {
    many.close()
    setBatch(null)
  }
  return (
    <>
      <SelectionBar
        count={selected.length}
        ofKind={ofKind}
        money={moneyTotal(
          selected.map(({amount}) => amount),
          money,
        )}
        verb={selected.length === 1 && first ? (repairVerb(first.entry, text) ?? verb) : verb}
        onSelectKind={bulk.selectKind}
        onClear={bulk.clear}
        onPreview={() => many.start(batchItems(selected, index, wording))}
      />
      <ManyDialog
        id="passes-batch"
        many={{...many, close: many.flow.step === 'ended' ? leave : many.close}}
        words={batchWords(index, wording)}
        wording={wording}
        afterwards={
          // The address keeps the batch: with this dialog gone, it is read from its records.
          <Button mode="ghost" fontSize={1} text={text('bulk.show_done')} onClick={many.close} />
        }
      />
      {batch === null || isOpen ? null : (
        <BatchRecords school={index.school} batch={batch} onClose={() => setBatch(null)} />
      )}
    </>
  )
}

function batchWords(index: FactsIndex, wording: FullWording): ManyWords<BatchItem> {
  const {text, money} = wording
  const verbOf = ({kind, changes}: Preview) =>
    kind === 'grant' ? grantVerb(changes, text) : text(`verb.${kind}`)
  return {
    title: (count) => text('bulk.title', {count}),
    checking: (progress) => text('bulk.checking', progress),
    row(_, preview) {
      const passes = preview.changes.map((change) => changeLines(change, index, wording))
      const words = preview.changes.map((change, place) =>
        'create' in change ? termsWords(change.create.fields, wording) : oneLine(passes[place] ?? []),
      )
      return {group: verbOf(preview), words: words.join('; '), passes}
    },
    group(verb, items) {
      const count = text('bulk.group', {count: items.length, verb})
      const total = moneyTotal(
        items.map(({amount}) => amount),
        money,
      )
      return total === null ? count : text('bulk.total', {count, money: total})
    },
    notTouched: text('bulk.not_touched'),
    nothing: text('bulk.nothing'),
    confirm: (count) => text('bulk.confirm', {count}),
  }
}
