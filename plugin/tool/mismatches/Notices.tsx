import {Button, Card, Flex, Text} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'

type NoticesProps = {
  /** Entries that came since the list was laid out. */
  fresh: number
  /** Older passes whose payment was neither read nor asked for. */
  unchecked: number
  onShowFresh: () => void
  onCheckOlder: () => void
}

/** What stands above the list: what came meanwhile, and what was not looked at. */
export function Notices({fresh, unchecked, onShowFresh, onCheckOlder}: NoticesProps) {
  const text = useText()
  if (fresh === 0 && unchecked === 0) return null
  return (
    <Flex gap={2} wrap="wrap" flex="none" paddingX={[3, 3, 4]} paddingTop={3}>
      {fresh > 0 ? (
        <Notice
          words={text('mismatches.new', {count: fresh})}
          button={text('mismatches.show_new')}
          onAct={onShowFresh}
        />
      ) : null}
      {unchecked > 0 ? (
        <Notice
          words={text('mismatches.unchecked', {count: unchecked})}
          button={text('mismatches.check_older')}
          onAct={onCheckOlder}
        />
      ) : null}
    </Flex>
  )
}

/** One thing to know, and the one button that does something about it. */
export function Notice({words, button, onAct}: {words: string; button: string; onAct: () => void}) {
  return (
    <Card tone="primary" border radius={2} paddingX={3} paddingY={1} as="output">
      <Flex align="center" gap={3}>
        <Text size={1}>{words}</Text>
        <Button mode="bleed" tone="primary" fontSize={1} padding={2} text={button} onClick={onAct} />
      </Flex>
    </Card>
  )
}
