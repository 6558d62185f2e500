import {CopyIcon} from '@sanity/icons/Copy'
import {DocumentIcon} from '@sanity/icons/Document'
import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {UserIcon} from '@sanity/icons/User'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'
import {useIntentLink} from 'sanity/router'
import {usePasses} from '../../hooks/passes-context.ts'
import {useRoute} from '../../hooks/use-route.ts'
import type {EntryParties} from '../../engine/entry-parties.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {FullWording} from './use-full-wording.ts'
import {useCopyProof} from './use-copy-proof.ts'

type EntryLinksProps = {parties: EntryParties; index: FactsIndex; wording: FullWording}

/** From an entry to the places where somebody can look further, or mend what this tool cannot. */
export function EntryLinks({parties, index, wording}: EntryLinksProps) {
  const {text} = wording
  const {student} = parties
  const id = useId()
  const copyProof = useCopyProof(parties, wording)
  return (
    <>
      <MenuButton
        id={id}
        button={
          <Button
            mode="bleed"
            fontSize={1}
            padding={3}
            icon={EllipsisHorizontalIcon}
            text={text('entry.more')}
          />
        }
        menu={
          <Menu>
            <MenuItem
              fontSize={1}
              icon={CopyIcon}
              text={text('entry.copy_proof')}
              onClick={() => void copyProof()}
            />
            {useDocuments(parties, index).map(({words, ...document}) => (
              <DocumentItem key={words} {...document} words={text(words)} />
            ))}
          </Menu>
        }
        // The row cuts off what hangs over its edge.
        popover={{portal: true, placement: 'bottom-end'}}
      />
      {student === null ? null : <StudentLink student={student.id} words={text('entry.show_student')} />}
    </>
  )
}

/** What can be opened beside the passes held, each of which has a button of its own. */
function useDocuments({entry, student, pass}: EntryParties, index: FactsIndex) {
  const {kinds} = usePasses().schema.map
  const isPassAtFault = entry.reasons.includes('pass_not_grantable')
  const unreadable = index.unreadable.get(entry.key)
  const damaged = unreadable?.source === 'document' ? unreadable : undefined
  return [
    ...(student === null
      ? []
      : [{id: student.id, type: kinds.student.type, words: 'entry.open_student'} as const]),
    ...(pass === null || !isPassAtFault
      ? []
      : [{id: pass.id, type: kinds.pass.type, words: 'entry.open_pass_for_sale'} as const]),
    ...(damaged?.id == null || damaged.type === null
      ? []
      : [{id: damaged.id, type: damaged.type, words: 'entry.open_document'} as const]),
  ]
}

type DocumentItemProps = {id: string; type: string; words: string}

/** Opens a document in the Studio, where what this tool cannot mend is mended. */
function DocumentItem({id, type, words}: DocumentItemProps) {
  const {href, onClick} = useIntentLink({intent: 'edit', params: {id, type}})
  return <MenuItem as="a" href={href} onClick={onClick} fontSize={1} icon={DocumentIcon} text={words} />
}

function StudentLink({student, words}: {student: string; words: string}) {
  const {search, go} = useRoute()
  const {school} = search
  return (
    <Button
      mode="bleed"
      fontSize={1}
      padding={3}
      icon={UserIcon}
      text={words}
      onClick={() => go({screen: 'students', item: student, search: school === undefined ? {} : {school}})}
    />
  )
}
