/** The events of a listener one after the other, awaited rather than slept for. */
export type Events<Event> = {
  next: () => Promise<Event>
  /** The first event that passes; earlier ones are dropped. */
  until: (passes: (event: Event) => boolean) => Promise<Event>
  stop: () => void
}

type Observable<Event> = {
  subscribe: (observer: {next: (event: Event) => void; error: (error: unknown) => void}) => {
    unsubscribe: () => void
  }
}

export function eventsOf<Event>(observable: Observable<Event>): Events<Event> {
  const arrived: Event[] = []
  const waiting: {resolve: (event: Event) => void; reject: (error: unknown) => void}[] = []
  let failure: {error: unknown} | undefined
  const subscription = observable.subscribe({
    next: (event) => {
      const first = waiting.shift()
      if (first) first.resolve(event)
      else arrived.push(event)
    },
    error: (error) => {
      failure = {error}
      for (const {reject} of waiting.splice(0)) reject(error)
    },
  })
  const next = (): Promise<Event> => {
    const event = arrived.shift()
    if (event !== undefined) return Promise.resolve(event)
    if (failure) return Promise.reject(failure.error)
    return new Promise((resolve, reject) => waiting.push({resolve, reject}))
  }
  return {
    next,
    until: async (passes) => {
      for (;;) {
        const event = await next()
        if (passes(event)) return event
      }
    },
    stop: () => subscription.unsubscribe(),
  }
}
