import type {SanityClient} from 'sanity'
import {WATCHED_DOCUMENTS} from '../core/documents/watched-documents.ts'
import type {Lake} from '../live/lake.ts'

/** The Studio's own client as the page's ear in the Content Lake. */
export function studioLake(client: SanityClient): Lake {
  return {
    document: async (id) => (await client.getDocument(id, {tag: 'passes.document'})) ?? null,
    listen(onEvent) {
      const events = client.listen(
        WATCHED_DOCUMENTS,
        {},
        {
          events: ['welcome', 'mutation', 'reconnect'],
          includeResult: true,
          includeMutations: false,
          visibility: 'query',
          tag: 'passes.listen',
        },
      )
      const listening = events.subscribe({
        next(event) {
          if (event.type === 'welcome') onEvent({kind: 'open'})
          else if (event.type === 'reconnect') onEvent({kind: 'lost'})
          else {
            onEvent({
              kind: 'change',
              id: event.documentId,
              previousRev: event.previousRev ?? null,
              resultRev: event.resultRev ?? null,
              document: event.transition === 'disappear' ? null : (event.result ?? null),
            })
          }
        },
        // A listener that ended for good is begun anew by whoever reads next; the facts themselves say how old they are.
        error: () => onEvent({kind: 'lost'}),
      })
      return () => listening.unsubscribe()
    },
  }
}
