import {useToast} from '@sanity/ui/toast'
import type {EntryParties} from '../../engine/entry-parties.ts'
import type {FullWording} from './use-full-wording.ts'
import {proofText} from './proof-text.ts'

/** Copies what is known of a payment and its pass, for the mail to the student. */
export function useCopyProof(parties: EntryParties, wording: FullWording): () => Promise<void> {
  const {text} = wording
  const {push} = useToast()
  return async () => {
    const isCopied = await navigator.clipboard.writeText(proofText(parties, wording)).then(
      () => true,
      () => false,
    )
    push({
      status: isCopied ? 'success' : 'error',
      title: text(isCopied ? 'entry.proof_copied' : 'entry.proof_not_copied'),
    })
  }
}
