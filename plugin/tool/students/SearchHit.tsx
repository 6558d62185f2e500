import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import {useText} from '../../i18n/use-text.ts'
import type {StudentHit} from './look-up-students.ts'

type SearchHitProps = {hit: StudentHit; id: string; isActive: boolean; onChoose: () => void}

const OPTION = {role: 'option'} as const

/** One student in the list of a search. The keyboard stays in the search field, so the option takes no focus. */
export function SearchHit({hit, id, isActive, onChoose}: SearchHitProps) {
  const text = useText()
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({block: 'nearest'})
  }, [isActive])

  return (
    <Card
      {...OPTION}
      aria-selected={isActive}
      as="button"
      id={id}
      onClick={onChoose}
      // A click must not take the focus out of the field before it has chosen.
      onMouseDown={(event) => event.preventDefault()}
      padding={3}
      ref={ref}
      // Not `selected`: its text is too pale on its blue to be read by everybody.
      tone={isActive ? 'primary' : 'default'}
      style={{
        border: 0,
        boxShadow: isActive ? 'inset 3px 0 0 currentColor' : 'none',
        cursor: 'pointer',
        font: 'inherit',
        textAlign: 'left',
        width: '100%',
      }}
      tabIndex={-1}
    >
      <Flex align="center" as="span" gap={3} justify="space-between">
        <Stack as="span" flex={1} gap={2} style={{minWidth: 0}}>
          <Text as="span" size={1} textOverflow="ellipsis" weight="medium">
            {hit.name?.trim() || text('entry.no_name')}
          </Text>
          <Text as="span" muted size={1} textOverflow="ellipsis">
            {hit.email?.trim() || hit.clerkId || hit.id}
          </Text>
        </Stack>
        {hit.schoolName !== null && (
          <Text as="span" muted size={1} style={{maxWidth: '40%'}} textOverflow="ellipsis">
            {hit.schoolName}
          </Text>
        )}
      </Flex>
    </Card>
  )
}
