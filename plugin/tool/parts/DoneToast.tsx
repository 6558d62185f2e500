import {Box, Button, Stack, Text} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'

type DoneToastProps = {
  /** For whom, and what came of it. */
  words: readonly string[]
  onUndo: () => void
}

/** What a toast says below its title, with the way back. */
export function DoneToast({words, onUndo}: DoneToastProps) {
  const text = useText()
  return (
    <Stack gap={3}>
      {words.map((line) => (
        <Text key={line} size={1} muted>
          {line}
        </Text>
      ))}
      <Box>
        <Button mode="ghost" fontSize={1} padding={2} text={text('undo.button')} onClick={onUndo} />
      </Box>
    </Stack>
  )
}
