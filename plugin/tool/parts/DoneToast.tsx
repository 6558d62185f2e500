import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import type {FirstText} from '../../i18n/use-first-text.ts'

type DoneToastProps = {
  /** A Studio shows its toasts outside what knows its language. */
  text: FirstText
  /** For whom, and what came of it. */
  words: readonly string[]
  /** Null where there is nothing to tell the student. */
  onTell: (() => void) | null
  onUndo: () => void
  /** Both are a key away as well, for whoever is far from a toast. */
  hasKeys: boolean
}

/** What a toast says below its title, with the way on to the student, and the way back. */
export function DoneToast({text, words, onTell, onUndo, hasKeys}: DoneToastProps) {
  return (
    <Stack gap={3}>
      {words.map((line) => (
        <Text key={line} size={1} muted>
          {line}
        </Text>
      ))}
      <Flex gap={2} wrap="wrap">
        {onTell === null ? null : (
          <Button mode="ghost" fontSize={1} padding={2} text={text('message.tell')} onClick={onTell} />
        )}
        <Button mode="ghost" fontSize={1} padding={2} text={text('undo.button')} onClick={onUndo} />
      </Flex>
      {hasKeys ? (
        <Box display={['none', 'none', 'block']}>
          <Text size={0} muted>
            {text(onTell === null ? 'undo.key' : 'undo.keys')}
          </Text>
        </Box>
      ) : null}
    </Stack>
  )
}
