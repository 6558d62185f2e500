import {Button, Card, Flex} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'
import {Said} from '../parts/Said.tsx'

type SelectionBarProps = {
  count: number
  /** What was paid for them, in words. */
  money: string | null
  /** How many could be selected of this kind. */
  ofKind: number
  verb: string
  onSelectKind: () => void
  onClear: () => void
  onPreview: () => void
}

/** What is selected, and the one way on. Takes no room while nothing is. */
export function SelectionBar(props: SelectionBarProps) {
  const {count, money, ofKind, verb, onSelectKind, onClear, onPreview} = props
  const text = useText()
  if (count === 0) return null
  const selected = text('bulk.selected', {count})
  return (
    <Card
      flex="none"
      borderTop
      tone="primary"
      paddingX={[3, 3, 4]}
      paddingY={3}
      as="section"
      aria-label={text('bulk.bar')}
    >
      <Flex gap={3} align="center" wrap="wrap">
        <Said words={money === null ? selected : `${selected} · ${money}`} />
        {ofKind > count ? (
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={text('bulk.select_all', {count: ofKind})}
            onClick={onSelectKind}
          />
        ) : null}
        <Button mode="bleed" fontSize={1} padding={2} text={text('bulk.clear')} onClick={onClear} />
        <Flex flex={1} justify="flex-end" style={{minWidth: 'fit-content'}}>
          <Button fontSize={1} padding={3} text={text('bulk.preview', {count, verb})} onClick={onPreview} />
        </Flex>
      </Flex>
    </Card>
  )
}
