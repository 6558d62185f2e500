// @vitest-environment jsdom
import {expect, it, onTestFinished} from 'vitest'
import type {ToPage} from '../../../plugin/engine/messages.ts'
import {startEngine} from '../../../plugin/engine/start-engine.ts'

/** A page whose rules forbid workers made of text. */
class ForbiddenWorker extends EventTarget {
  postMessage(): void {
    setTimeout(() => this.dispatchEvent(new Event('error', {cancelable: true})), 0)
  }

  terminate(): void {}
}

function heard() {
  const messages: ToPage[] = []
  const faults: string[] = []
  const line = startEngine({
    hear: (message) => messages.push(message),
    onBroken: ({code}) => faults.push(code),
  })
  return {line, messages, faults}
}

it('where there are no workers, the engine runs in the page, and what was said before it was there is heard', async () => {
  const {line, messages} = heard()
  line.post({say: 'begin', endpoint: 'https://function.example.com', schema: '', now: 0})
  await expect.poll(() => messages, {timeout: 20_000}).toEqual([{say: 'ready'}])
})

it('where a page’s rules forbid the worker, the engine runs in the page, and nothing that was said is lost', async () => {
  Object.assign(globalThis, {Worker: ForbiddenWorker})
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'Worker'))
  Object.assign(URL, {createObjectURL: () => 'blob:engine', revokeObjectURL: () => undefined})
  const {line, messages, faults} = heard()
  line.post({say: 'begin', endpoint: 'https://function.example.com', schema: '', now: 0})
  line.post({say: 'watch', id: 1, what: {school: 'tenantT', days: 90, student: null}})
  await expect
    .poll(() => messages.map(({say}) => say), {timeout: 20_000})
    .toEqual(['ready', 'listen', 'school'])
  expect(faults).toEqual([])
})
