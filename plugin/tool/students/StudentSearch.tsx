import {SearchIcon} from '@sanity/icons/Search'
import {Card, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type KeyboardEvent} from 'react'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {MOST_HITS} from './look-up-students.ts'
import {SearchHit} from './SearchHit.tsx'
import {useStudentSearch, type StudentSearch as Search} from './use-student-search.ts'

// HTML's own list of suggestions shows one line of text: not enough to tell two people of one name apart.
const COMBOBOX = {role: 'combobox', 'aria-autocomplete': 'list'} as const
const LISTBOX = {role: 'listbox'} as const

export type StudentSearchProps = {
  /** The school whose account is asked for a session or payment id. */
  school: School
  onChoose: (student: string) => void
}

/** Type, arrow to a student, Enter. Built as a combobox, so that a screen reader follows the arrows. */
export function StudentSearch({school, onChoose}: StudentSearchProps) {
  const text = useText()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const search = useStudentSearch(typed, school.id)
  const hits = search.hits.slice(0, MOST_HITS)
  const isListed = isOpen && hits.length > 0
  const active = Math.min(at, hits.length - 1)

  const choose = (id: string | undefined) => {
    if (id === undefined) return
    setOpen(false)
    onChoose(id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') choose(isListed && !search.searching ? hits[active]?.id : undefined)
    else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'ArrowDown') {
      setAt(isListed ? (active + 1) % hits.length : 0)
      setOpen(true)
    } else if (event.key === 'ArrowUp' && isListed) setAt((active + hits.length - 1) % hits.length)
    else return
    event.preventDefault()
  }

  return (
    <Stack gap={3}>
      <TextInput
        {...COMBOBOX}
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        aria-controls={listId}
        aria-expanded={isListed}
        aria-label={text('students.search.label')}
        autoComplete="off"
        fontSize={[2, 2, 1]}
        icon={SearchIcon}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        placeholder={text('students.search.placeholder')}
        spellCheck={false}
        value={typed}
      />
      {isOpen && search.fault && <FaultCard fault={search.fault} onRetry={search.again} />}
      <Card border radius={2} overflow="auto" hidden={!isListed} style={{maxHeight: '40vh'}}>
        <div {...LISTBOX} aria-label={text('students.search.results')} id={listId}>
          {isListed &&
            hits.map((hit, index) => (
              <SearchHit
                hit={hit}
                id={`${listId}-${index}`}
                isActive={index === active}
                key={hit.id}
                onChoose={() => choose(hit.id)}
              />
            ))}
        </div>
      </Card>
      <Text aria-live="polite" as="output" muted size={1}>
        {isOpen && <SearchNews school={school} search={search} typed={typed.trim()} />}
      </Text>
    </Stack>
  )
}

/** How the search stands, in words: shown, and announced. */
function SearchNews({search, school, typed}: {search: Search; school: School; typed: string}) {
  const text = useText()
  const {term, hits, searching, fault} = search
  if (term.kind === 'nothing' || fault) return null
  if (searching) return text('students.search.searching')
  if (hits.length > MOST_HITS) return text('students.search.more', {count: MOST_HITS})
  if (hits.length > 0) return text('students.search.found', {count: hits.length})
  if (term.kind === 'payment') return text('students.search.no_payment', {typed, school: school.name})
  return text('students.search.nobody', {typed})
}
