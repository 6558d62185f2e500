import {Stack, Text} from '@sanity/ui'
import type {FullWording} from '../parts/use-full-wording.ts'
import {faultWords} from '../parts/fault-words.ts'
import type {ManyWords} from './ManyDialog.tsx'
import {planned, type Check} from './many-flow.ts'
import {PreviewGroup} from './PreviewGroup.tsx'

type ManyPreviewProps<Item extends {key: string; whose: string}> = {
  items: readonly Item[]
  checks: ReadonlyMap<string, Check>
  words: ManyWords<Item>
  wording: FullWording
}

/** Every row with what would be written, under headings with totals; what cannot be done says why. */
export function ManyPreview<Item extends {key: string; whose: string}>(props: ManyPreviewProps<Item>) {
  const {items, checks, words, wording} = props
  const {text} = wording
  const rows = planned({items, checks}).map(({item, preview}) => ({item, said: words.row(item, preview)}))
  const impossible = items.flatMap((item) => {
    const check = checks.get(item.key)
    return check !== undefined && 'fault' in check ? [{item, fault: check.fault}] : []
  })
  return (
    <Stack gap={5}>
      {rows.length === 0 ? <Text size={1}>{words.nothing}</Text> : null}
      {[...Map.groupBy(rows, ({said}) => said.group)].map(([group, members]) => (
        <PreviewGroup
          key={group}
          title={words.group(
            group,
            members.map(({item}) => item),
          )}
          rows={members.map(({item, said: {words: line, passes}}) => ({
            key: item.key,
            whose: item.whose,
            words: line,
            passes,
          }))}
        />
      ))}
      {impossible.length === 0 ? null : (
        <PreviewGroup
          title={text('bulk.impossible', {count: impossible.length})}
          rows={impossible.map(({item, fault}) => ({
            key: item.key,
            whose: item.whose,
            words: faultWords(fault, text).title,
            passes: [],
          }))}
        />
      )}
      {rows.length === 0 ? null : (
        <Text size={1} muted>
          {words.notTouched}
        </Text>
      )}
    </Stack>
  )
}
