import {Box, Dialog, Stack} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {Preview} from '../../core/contract/repair.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import type {TableLine} from '../parts/LineTable.tsx'
import {ReturnFocus} from '../parts/ReturnFocus.tsx'
import {ManyFooter} from './ManyFooter.tsx'
import {ManyOutcomes} from './ManyOutcomes.tsx'
import {ManyPreview} from './ManyPreview.tsx'
import {ProgressBar} from './ProgressBar.tsx'
import {Said} from '../parts/Said.tsx'
import type {Many} from './use-many.ts'

export type ManyItemWords = {
  /** Under which heading a row stands in the preview. */
  group: string
  /** What would be written, in one line. */
  words: string
  /** The same field by field, pass by pass. */
  passes: readonly (readonly TableLine[])[]
}

export type ManyWords<Item> = {
  /** What stands above the dialog, for so many rows. */
  title: (count: number) => string
  checking: (progress: {done: number; of: number}) => string
  row: (item: Item, preview: Preview) => ManyItemWords
  /** A heading with how many rows stand under it, and their money. */
  group: (group: string, items: readonly Item[]) => string
  notTouched: string
  nothing: string
  confirm: (count: number) => string
}

type ManyDialogProps<Item extends {key: string; whose: string}> = {
  id: string
  many: Many<Item>
  words: ManyWords<Item>
  wording: FullWording
  /** What else can be done once all rows have ended. */
  afterwards?: ReactNode
}

/** Many rows at once: what would be written, then how each of them ended. */
export function ManyDialog<Item extends {key: string; whose: string}>(props: ManyDialogProps<Item>) {
  const {id, many, words, wording, afterwards} = props
  const {flow} = many
  const {text} = wording
  if (flow.step === 'closed') return null
  const of = flow.items.length
  return (
    <Dialog
      id={id}
      header={words.title(of)}
      width={2}
      onClose={many.close}
      footer={<ManyFooter many={many} confirm={words.confirm} text={text} afterwards={afterwards} />}
    >
      <Box padding={4}>
        <ReturnFocus />
        {flow.step === 'checking' ? (
          <Stack gap={4} paddingY={4}>
            <Said words={words.checking({done: flow.checks.size, of})} isMuted />
            <ProgressBar done={flow.checks.size} of={of} label={words.title(of)} />
          </Stack>
        ) : null}
        {flow.step === 'shown' ? (
          <ManyPreview items={flow.items} checks={flow.checks} words={words} wording={wording} />
        ) : null}
        {flow.step === 'running' || flow.step === 'ended' ? (
          <ManyOutcomes
            items={flow.items}
            outcomes={flow.outcomes}
            isEnded={flow.step === 'ended'}
            label={words.title(of)}
            wording={wording}
          />
        ) : null}
      </Box>
    </Dialog>
  )
}
