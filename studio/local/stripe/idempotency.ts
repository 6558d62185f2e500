import {StripeFault} from './stripe-fault.ts'

interface Idempotency {
  /** Carries a keyed request out once; the same one again gets the first answer, another one is refused. */
  once(
    named: {key: string | undefined; account: string; request: string},
    work: () => Promise<object>,
  ): Promise<{object: object; replayed: boolean}>
}

export function createIdempotency(): Idempotency {
  const kept = new Map<string, {request: string; answer: Promise<object>}>()
  return {
    async once({key, account, request}, work) {
      if (key === undefined) return {object: await work(), replayed: false}
      const name = `${account} ${key}`
      const first = kept.get(name)
      if (first === undefined) {
        const answer = work()
        kept.set(name, {request, answer})
        // What was refused was not carried out: the key may be used again.
        answer.catch(() => kept.delete(name))
        return {object: await answer, replayed: false}
      }
      if (first.request !== request) throw otherRequest(key)
      return {object: await first.answer, replayed: true}
    },
  }
}

function otherRequest(key: string): StripeFault {
  return new StripeFault({
    status: 400,
    body: {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    },
  })
}
