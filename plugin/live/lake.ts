/** What the Content Lake tells a page that listens to it. */
export type LakeEvent =
  /** It was asked to be listened to: a busy page may come to that late. */
  | {kind: 'asked'}
  /** Listening has begun, or begun again: what happened before is not known. */
  | {kind: 'open'}
  | {kind: 'lost'}
  | {
      kind: 'change'
      id: string
      /** Null for a document that was not there before. */
      previousRev: string | null
      resultRev: string | null
      /** As it stands after the change; null when it is gone. */
      document: unknown
    }

/** The Content Lake, as far as a page that shows facts needs it. */
export type Lake = {
  /** Returns what ends it. */
  listen: (onEvent: (event: LakeEvent) => void) => () => void
  /** One published document as it stands now; null when there is none. */
  document: (id: string) => Promise<unknown>
}

/**
 * One listener for everybody on the page: browsers allow six connections a host, and an open document holds most.
 * Whoever comes later is told at once whether it is open.
 */
export function shareLake(lake: Lake): Lake {
  const listeners = new Set<(event: LakeEvent) => void>()
  let end: (() => void) | null = null
  let isOpen = false

  const tell = (event: LakeEvent) => {
    if (event.kind !== 'change') isOpen = event.kind === 'open'
    for (const listener of listeners) listener(event)
  }

  return {
    document: (id) => lake.document(id),
    listen(onEvent) {
      listeners.add(onEvent)
      if (end === null) end = lake.listen(tell)
      else onEvent({kind: isOpen ? 'open' : 'asked'})
      return () => {
        listeners.delete(onEvent)
        if (listeners.size > 0) return
        end?.()
        end = null
        isOpen = false
      }
    },
  }
}
