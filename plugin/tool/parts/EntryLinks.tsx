import {UserIcon} from '@sanity/icons/User'
import {Button, Flex} from '@sanity/ui'
import {usePasses} from '../../hooks/passes-context.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useText} from '../../i18n/use-text.ts'
import type {EntryParties} from '../../engine/entry-parties.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {DocumentLink} from './DocumentLink.tsx'

/** From an entry to the places where somebody can look further, or mend what this tool cannot. */
export function EntryLinks({parties, index}: {parties: EntryParties; index: FactsIndex}) {
  const {entry, student, pass} = parties
  const text = useText()
  const {kinds} = usePasses().schema.map
  const damaged = index.unreadable.get(entry.key)
  const document = damaged?.source === 'document' ? damaged : undefined
  const isPassAtFault = entry.reasons.includes('pass_not_grantable')
  return (
    <Flex gap={2} wrap="wrap">
      {student === null ? null : <StudentLink student={student.id} />}
      {student === null ? null : (
        <DocumentLink id={student.id} type={kinds.student.type} words={text('entry.open_student')} />
      )}
      {pass === null || !isPassAtFault ? null : (
        <DocumentLink id={pass.id} type={kinds.pass.type} words={text('entry.open_pass_for_sale')} />
      )}
      {document?.id == null || document.type === null ? null : (
        <DocumentLink id={document.id} type={document.type} words={text('entry.open_document')} />
      )}
    </Flex>
  )
}

function StudentLink({student}: {student: string}) {
  const text = useText()
  const {search, go} = useRoute()
  const {school} = search
  return (
    <Button
      mode="ghost"
      fontSize={1}
      padding={2}
      icon={UserIcon}
      text={text('entry.show_student')}
      onClick={() => go({screen: 'students', item: student, search: school === undefined ? {} : {school}})}
    />
  )
}
