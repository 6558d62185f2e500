type Call<Value> = {resolve: (value: Value) => void; reject: (error: unknown) => void}

/** Questions over a line that carries nothing but messages: each has a number, by which its answer finds it. */
export function createCalls<Value>(number: () => number = counter()) {
  const open = new Map<number, Call<Value>>()
  const take = (call: number): Call<Value> | undefined => {
    const found = open.get(call)
    open.delete(call)
    return found
  }
  return {
    ask(send: (call: number) => void): Promise<Value> {
      const call = number()
      return new Promise((resolve, reject) => {
        open.set(call, {resolve, reject})
        send(call)
      })
    },
    answer: (call: number, value: Value) => take(call)?.resolve(value),
    refuse: (call: number, error: unknown) => take(call)?.reject(error),
    /** Nobody will answer any more. */
    refuseAll(error: unknown) {
      for (const call of open.keys()) take(call)?.reject(error)
    },
  }
}

/** Numbers from one on; those who share it never have the same. */
export function counter(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}
