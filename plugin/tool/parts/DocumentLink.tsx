import {DocumentIcon} from '@sanity/icons/Document'
import {Button} from '@sanity/ui'
import {useIntentLink} from 'sanity/router'

type Props = {
  id: string
  /** The document's type, as the school's own schema has it. */ type: string
  words: string
}

/** Opens a document in the Studio, where what this tool cannot mend is mended. */
export function DocumentLink({id, type, words}: Props) {
  const {href, onClick} = useIntentLink({intent: 'edit', params: {id, type}})
  return (
    <Button
      as="a"
      href={href}
      onClick={onClick}
      mode="ghost"
      fontSize={1}
      padding={2}
      icon={DocumentIcon}
      text={words}
    />
  )
}
