import type {SanityClient} from '@sanity/client'
import {messageBookId, parseMessageBook} from '../../plugin/core/documents/message-book.ts'
import type {MessagePort} from '../ports.ts'
import {createAskLake} from './ask.ts'
import {recall} from './recall.ts'
import type {WritePace} from './write-pace.ts'
import {writeNote} from './write-note.ts'

/** The lake, as telling students needs it. */
export function createMessagePort({
  robot,
  clientOf,
  pace,
  onCall,
}: {
  robot: SanityClient
  clientOf: (token: string) => SanityClient
  pace: WritePace
  onCall: () => void
}): MessagePort {
  const ask = createAskLake(robot, onCall)
  return {
    book: (school, now) =>
      recall(ask, messageBookId(school), (document) => parseMessageBook(document, school, now)),
    note(noting) {
      const client = noting.by === undefined ? robot : clientOf(noting.by.token)
      return pace(noting.book === undefined ? 1 : 2, () => {
        onCall()
        return writeNote(client, noting)
      })
    },
  }
}
