import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {Fault} from '../../core/contract/fault.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {faultWords} from './fault-words.ts'

/** A fault says what to do by its code; with `action`, whoever shows it knows better. */
type Said = {fault: Fault; action?: string | null} | {title: string; action: string; button: string}

type FaultCardProps = Said & {
  /** What the one button does. Without it there is none. */
  onRetry?: () => void
  /** In words, since when what is shown beside the card is old. */
  since?: string
}

/** A failure as a card: what it is, what to do, and one button that does it. */
export function FaultCard(props: FaultCardProps) {
  const text = useFirstText()
  const {onRetry, since} = props
  const words = 'fault' in props ? faultWords(props.fault, text) : {...props, technical: null, reload: false}
  const action = props.action ?? words.action
  return (
    <Card tone="caution" border radius={2} padding={[3, 4]} role="alert">
      <Flex gap={3} align="flex-start">
        <Text size={2} aria-hidden>
          <WarningOutlineIcon />
        </Text>
        <Stack gap={3} flex={1} style={{minWidth: 0}}>
          <Text as="h2" weight="semibold" size={1}>
            {words.title}
          </Text>
          <Text size={1}>
            {action}
            {since === undefined ? '' : ` ${since}`}
          </Text>
          {words.technical === null ? null : (
            // Not a text itself: it would put something between the two, and a browser then has a word of its own.
            <details>
              <summary>
                <Text as="span" size={0} muted style={{display: 'inline-block', verticalAlign: 'middle'}}>
                  {text('fault.technical')}
                </Text>
              </summary>
              <Box paddingTop={3}>
                <Text size={0} muted style={{overflowWrap: 'anywhere'}}>
                  {words.technical}
                </Text>
              </Box>
            </details>
          )}
          {onRetry ? (
            <Box>
              <Button
                mode="ghost"
                fontSize={1}
                padding={3}
                text={words.button}
                onClick={words.reload ? () => globalThis.location.reload() : onRetry}
              />
            </Box>
          ) : null}
        </Stack>
      </Flex>
    </Card>
  )
}
