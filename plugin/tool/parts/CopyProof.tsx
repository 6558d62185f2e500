import {CopyIcon} from '@sanity/icons/Copy'
import {Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import type {EntryParties} from '../../engine/entry-parties.ts'
import type {FullWording} from './use-full-wording.ts'
import {proofText} from './proof-text.ts'

/** Copies what is known of a payment and its pass, for the mail to the student. */
export function CopyProof({parties, wording}: {parties: EntryParties; wording: FullWording}) {
  const {text} = wording
  const {push} = useToast()
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(proofText(parties, wording)).then(
      () => true,
      () => false,
    )
    push({
      status: isCopied ? 'success' : 'error',
      title: text(isCopied ? 'entry.proof_copied' : 'entry.proof_not_copied'),
    })
  }
  return (
    <Button
      mode="ghost"
      fontSize={1}
      padding={2}
      icon={CopyIcon}
      text={text('entry.copy_proof')}
      onClick={() => void copy()}
    />
  )
}
