import type {SanityClient} from '@sanity/client'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
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
  schema,
  pace,
  onCall,
}: {
  robot: SanityClient
  clientOf: (token: string) => SanityClient
  schema: SchoolSchema
  pace: WritePace
  onCall: () => void
}): MessagePort {
  const ask = createAskLake(robot, onCall, schema)
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
