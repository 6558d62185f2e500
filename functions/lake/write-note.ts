import {Patch, type SanityClient} from '@sanity/client'
import {messageBookDocument} from '../../plugin/core/documents/message-book.ts'
import {noteField} from '../../plugin/core/documents/message-note.ts'
import type {Noting} from '../ports.ts'
import {translateError} from './translate-error.ts'

/**
 * Sets on a record what became of its message, and in the same transaction what the school's book of the day says.
 *
 * @throws WriteConflict, or the Fault that says why Sanity refused
 */
export async function writeNote(client: SanityClient, {record, note, by, book}: Noting): Promise<void> {
  const patch = new Patch(record).set({message: noteField(note)})
  const start = client.transaction().patch(by === undefined ? patch : patch.ifRevisionId(by.revision))
  try {
    await withBook(start, book).commit({tag: 'message', visibility: 'sync', returnDocuments: false})
  } catch (error) {
    throw translateError(error)
  }
}

function withBook(
  transaction: ReturnType<SanityClient['transaction']>,
  book: Noting['book'],
): ReturnType<SanityClient['transaction']> {
  if (book === undefined) return transaction
  const {_id, _type, fields} = messageBookDocument(book.state)
  return book.revision === null
    ? transaction.create({_id, _type, ...fields})
    : transaction.patch(new Patch(_id).ifRevisionId(book.revision).set(fields))
}
