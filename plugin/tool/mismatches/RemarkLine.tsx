import {ClockIcon} from '@sanity/icons/Clock'
import {CommentIcon} from '@sanity/icons/Comment'
import {Flex, Text} from '@sanity/ui'
import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {remarkWords} from './remark-words.ts'

/** What was said last of an entry, on its row. */
export function RemarkLine({remark, wording}: {remark: NonNullable<Row['remark']>; wording: Wording}) {
  const Icon = remark.waiting ? ClockIcon : CommentIcon
  const words = remarkWords(remark, wording)
  return (
    <Flex as="span" align="center" gap={2} style={{minWidth: 0}}>
      <Text as="span" size={1} aria-hidden>
        <Icon />
      </Text>
      <Text as="span" size={1} textOverflow="ellipsis" title={words}>
        {words}
      </Text>
    </Flex>
  )
}
