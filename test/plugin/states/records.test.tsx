import {expect, test, vi} from 'vitest'
import {type KeptRecord, REPAIR_KINDS} from '../../../plugin/core/contract/repair.ts'
import {en} from '../../../plugin/i18n/en.ts'
import {RecordRow} from '../../../plugin/tool/activity/RecordRow.tsx'
import {BatchRecords} from '../../../plugin/tool/bulk/BatchRecords.tsx'
import {useFullWording} from '../../../plugin/tool/parts/use-full-wording.ts'
import {useWording} from '../../../plugin/tool/parts/use-wording.ts'
import {NOW, someFacts} from '../../core/build-facts.ts'
import {buttonIn, dialogOf, NO_WORDS, user} from '../support/find.ts'
import {stage} from '../support/stage.tsx'

const show = stage()
const {school} = someFacts()
const row = () => document.querySelector<HTMLElement>('[data-entry]')

/** What Ingrid granted to Ada by itself, of which nothing was written. */
const GRANTED: KeptRecord = {
  id: 'passRepair.cs_1.1',
  payment: 'cs_1',
  kind: 'grant',
  verdict: 'missing',
  entitlements: [],
  actor: {id: 'p-ingrid', name: 'Ingrid Solberg', via: 'studio'},
  at: NOW,
  reason: null,
  undoes: null,
  fingerprint: null,
  message: null,
  subject: {payment: 'cs_1'},
  student: 'u1',
  account: null,
  reasons: [],
  batch: null,
  plan: null,
  before: '{}',
  after: '{}',
  undoneBy: null,
  undoable: true,
}

function Shown({record, onUndo, onBatch}: {record: KeptRecord; onUndo: () => void; onBatch: () => void}) {
  const wording = useFullWording(useWording(school))
  const named = new Map([['u1', {name: 'Ada Lind', email: null}]])
  return (
    <ul>
      <RecordRow
        {...{record, named, wording, onUndo, onBatch}}
        names={{school, students: named, passes: named}}
      />
    </ul>
  )
}

function showRecord(changes: Partial<KeptRecord>) {
  const asked = {onUndo: vi.fn<() => void>(), onBatch: vi.fn<() => void>()}
  show(<Shown record={{...GRANTED, ...changes}} {...asked} />)
  return asked
}

test.each(REPAIR_KINDS)('A record says what was done, to whom and by whom: %s', (kind) => {
  showRecord({kind})
  const said = row()?.textContent
  expect(said).toContain(`${en[`did.${kind}`]} · Ada Lind`)
  expect(said).toContain('Ingrid Solberg')
  expect(said).toContain(en['verdict.missing'])
  expect(said).not.toMatch(NO_WORDS)
})

test('A record that can be taken back has the way to do so; one that was says that it was.', async () => {
  const {onUndo} = showRecord({})
  await user.click(buttonIn(row(), /^Undo: .* · Ada Lind$/))
  expect(onUndo).toHaveBeenCalledOnce()
  showRecord({undoable: false, undoneBy: 'passRepair.cs_1.2'})
  expect(row()?.textContent).toContain(en['activity.undone'])
  expect(() => buttonIn(row(), /^Undo/)).toThrow('no button')
})

test('A record of many repairs leads to all of them, and one that nobody made by hand names what made it.', async () => {
  const {onBatch} = showRecord({
    batch: 'b1',
    actor: {id: 'sync', name: 'Scheduled sync', via: 'sync'},
    reason: 'a prize',
    message: {channel: 'mail', state: 'told', at: NOW},
  })
  expect(row()?.textContent).toContain('Scheduled sync')
  expect(row()?.textContent).toContain('a prize')
  expect(row()?.textContent).not.toMatch(NO_WORDS)
  await user.click(buttonIn(row(), new RegExp(en['activity.batch.show'])))
  expect(onBatch).toHaveBeenCalledExactlyOnceWith('b1')
})

test('A record opens on what stood there before; where nothing was written it says so.', async () => {
  showRecord({kind: 'dismiss'})
  const opener = buttonIn(row(), en['activity.details'])
  expect(opener.getAttribute('aria-expanded')).toBe('false')
  await user.click(opener)
  expect(opener.getAttribute('aria-expanded')).toBe('true')
  expect(row()?.textContent).toContain(en['activity.nothing_written'])
})

test('Whoever comes back to what was repaired at once is told where nothing of it stands written.', async () => {
  const onClose = vi.fn<() => void>()
  show(<BatchRecords school={{...school, id: 'school-fjord'}} batch="nobodys" onClose={onClose} />)
  const dialog = await dialogOf(new RegExp(`${en['bulk.reopened.title']}.*${en['activity.empty.title']}`))
  expect(dialog.textContent).not.toMatch(NO_WORDS)
  await user.click(buttonIn(dialog, /Close/))
  expect(onClose).toHaveBeenCalledOnce()
})
