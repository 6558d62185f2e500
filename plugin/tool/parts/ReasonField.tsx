import {Stack, Text, TextArea} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'

const LONGEST = 1_000

/** Why somebody does this, in their own words. */
export function ReasonField({reason, onReason}: {reason: string; onReason: (reason: string) => void}) {
  const text = useText()
  return (
    <Stack as="label" gap={3}>
      <Text size={1} weight="medium">
        {text('repair.reason')}
      </Text>
      <TextArea
        rows={2}
        fontSize={1}
        maxLength={LONGEST}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <Text size={1} muted>
        {text('repair.reason_hint')}
      </Text>
    </Stack>
  )
}
