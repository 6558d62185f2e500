import {Box, Button, Card, Flex, Text} from '@sanity/ui'

type NoticeProps = {words: string; button: string; onAct: () => void}

/** One thing to know about a list, and the one button that does something about it. */
export function Notice({words, button, onAct}: NoticeProps) {
  return (
    <Box flex="none" paddingX={[3, 3, 4]} paddingTop={3}>
      <Flex>
        <Card tone="primary" border radius={2} paddingX={3} paddingY={1} as="output">
          <Flex align="center" gap={3}>
            <Box flex={1} paddingY={2}>
              <Text size={1}>{words}</Text>
            </Box>
            <Button mode="bleed" tone="primary" fontSize={1} padding={2} text={button} onClick={onAct} />
          </Flex>
        </Card>
      </Flex>
    </Box>
  )
}
