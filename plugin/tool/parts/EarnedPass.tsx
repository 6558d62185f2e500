import {Card, Stack, Text} from '@sanity/ui'
import type {Change} from '../../core/contract/change.ts'
import type {FullWording} from './use-full-wording.ts'
import {termsWords} from './terms-words.ts'

/** What the proposed grant would give, where there is nothing yet. */
export function EarnedPass({changes, wording}: {changes: readonly Change[]; wording: FullWording}) {
  const {text} = wording
  const fields = changes.find((change) => 'create' in change)?.create.fields
  if (!fields) return null
  return (
    <Card border radius={2} padding={3} tone="transparent" style={{borderStyle: 'dashed'}}>
      <Stack gap={3}>
        <Text size={1} muted>
          {text('entry.would_get')}
        </Text>
        <Text size={1} weight="medium">
          {fields.passName?.trim() ?? text('entry.no_name')}
        </Text>
        <Text size={1} muted>
          {termsWords(fields, wording)}
        </Text>
      </Stack>
    </Card>
  )
}
