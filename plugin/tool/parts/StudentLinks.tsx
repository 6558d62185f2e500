import {DocumentIcon} from '@sanity/icons/Document'
import {UserIcon} from '@sanity/icons/User'
import {Button, Flex} from '@sanity/ui'
import {useIntentLink} from 'sanity/router'
import type {Student} from '../../core/contract/student.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useText} from '../../i18n/use-text.ts'

/** From an entry to its student: the whole story, and the document. */
export function StudentLinks({student}: {student: Student | null}) {
  return student === null ? null : <Links student={student} />
}

function Links({student}: {student: Student}) {
  const text = useText()
  const {search, go} = useRoute()
  const {school} = search
  const link = useIntentLink({intent: 'edit', params: {id: student.id, type: 'user'}})
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        mode="ghost"
        fontSize={1}
        padding={2}
        icon={UserIcon}
        text={text('entry.show_student')}
        onClick={() =>
          go({screen: 'students', item: student.id, search: school === undefined ? {} : {school}})
        }
      />
      <Button
        as="a"
        href={link.href}
        onClick={link.onClick}
        mode="ghost"
        fontSize={1}
        padding={2}
        icon={DocumentIcon}
        text={text('entry.open_student')}
      />
    </Flex>
  )
}
