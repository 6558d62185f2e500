import {Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import type {Wording} from '../parts/evidence-words.ts'
import {faultWords} from '../parts/fault-words.ts'
import type {ManyWords} from './ManyDialog.tsx'
import {planned, type Check} from './many-flow.ts'

type ManyPreviewProps<Item extends {key: string; whose: string}> = {
  items: readonly Item[]
  checks: ReadonlyMap<string, Check>
  words: ManyWords<Item>
  wording: Wording
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
        <Group
          key={group}
          title={words.group(
            group,
            members.map(({item}) => item),
          )}
          rows={members.map(({item, said}) => ({key: item.key, whose: item.whose, words: said.lines}))}
        />
      ))}
      {impossible.length === 0 ? null : (
        <Group
          title={text('bulk.impossible', {count: impossible.length})}
          rows={impossible.map(({item, fault}) => ({
            key: item.key,
            whose: item.whose,
            words: faultWords(fault, text).title,
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

type GroupProps = {title: string; rows: readonly {key: string; whose: string; words: string}[]}

function Group({title, rows}: GroupProps) {
  return (
    <Stack gap={3}>
      <Heading as="h3" size={0}>
        {title}
      </Heading>
      <Card border radius={2} overflow="auto" style={{maxHeight: '45vh'}} tabIndex={0}>
        <Stack as="ul" aria-label={title} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {rows.map(({key, whose, words}) => (
            <Card as="li" key={key} borderBottom paddingX={3} paddingY={3}>
              <Flex gap={[2, 3]} direction={['column', 'row']}>
                <Text size={1} weight="medium" style={{flex: 2, minWidth: 0}}>
                  {whose}
                </Text>
                <Text size={1} muted style={{flex: 3, minWidth: 0, overflowWrap: 'anywhere'}}>
                  {words}
                </Text>
              </Flex>
            </Card>
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}
