import type {StudioSchema} from '../core/documents/studio-schema.ts'
import type {Lake, LakeEvent} from '../live/lake.ts'

type ListenEvent =
  | {type: 'welcome'}
  | {type: 'reconnect'}
  | {
      type: 'mutation'
      documentId: string
      previousRev?: string
      resultRev?: string
      transition: string
      result?: object
    }

/** What is used of a Sanity client, so that a Studio's and a script's do, whichever version each has. */
export type ListeningClient = {
  listen(
    query: string,
    params: Record<string, never>,
    options: {
      events: ('welcome' | 'mutation' | 'reconnect')[]
      includeResult: true
      includeMutations: false
      visibility: 'query'
      tag: string
    },
  ): {
    subscribe(observer: {next: (event: ListenEvent) => void; error: () => void; complete: () => void}): {
      unsubscribe(): void
    }
  }
  getDocument(id: string, options: {tag: string}): Promise<unknown>
}

/** The client mends a broken connection by itself; one that it gave up is begun anew after this long. */
const LISTEN_AGAIN_MS = 10_000

/** The Studio's own client as the page's ear in the Content Lake: it hears documents in the platform's shape. */
export function studioLake(client: ListeningClient, schema: StudioSchema): Lake {
  return {
    document: async (id) => schema.read((await client.getDocument(id, {tag: 'passes.document'})) ?? null),
    listen(onEvent) {
      let timer: ReturnType<typeof setTimeout> | undefined
      let end = () => {}
      const begin = () => {
        onEvent({kind: 'asked'})
        end = listenOnce({client, schema}, onEvent, () => {
          onEvent({kind: 'lost'})
          timer = setTimeout(begin, LISTEN_AGAIN_MS)
        })
      }
      begin()
      return () => {
        clearTimeout(timer)
        end()
      }
    },
  }
}

function listenOnce(
  {client, schema}: {client: ListeningClient; schema: StudioSchema},
  onEvent: (event: LakeEvent) => void,
  onEnd: () => void,
): () => void {
  const events = client.listen(
    schema.studio.watched,
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
          document: event.transition === 'disappear' ? null : schema.read(event.result ?? null),
        })
      }
    },
    error: onEnd,
    complete: onEnd,
  })
  return () => listening.unsubscribe()
}
