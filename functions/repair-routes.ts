import type {Context, Hono} from 'hono'
import {batchPart} from '../plugin/core/contract/batch.ts'
import {ENDPOINTS} from '../plugin/core/contract/endpoints.ts'
import {QUERIES} from '../plugin/core/contract/queries.ts'
import type {FaultBody} from '../plugin/core/contract/fault.ts'
import {answerJson, readBody, readQuery} from './answer-json.ts'
import {answerStream} from './answer-stream.ts'
import type {AppEnvironment} from './around-requests.ts'
import {endOf} from './end-of.ts'
import {streamBatch} from './handlers/batch.ts'
import {messages} from './handlers/messages.ts'
import {preview} from './handlers/preview.ts'
import {previews} from './handlers/previews.ts'
import {records} from './handlers/records.ts'
import {remarks} from './handlers/remarks.ts'
import {repairs} from './handlers/repairs.ts'
import type {RequestCase} from './handlers/request-case.ts'
import {previewUndo, undo} from './handlers/undo.ts'

type Asked = Context<AppEnvironment>

/** What the routes need of the app: the way in, and how a failure is told and logged. */
type Around = {
  about: (context: Asked, route: string) => Promise<RequestCase>
  noteFault: (context: Asked, error: unknown) => FaultBody
}

/** Everything about repairs: considering, carrying out, taking back, and what was done, and who was told. */
export function addRepairRoutes(app: Hono<AppEnvironment>, {about, noteFault}: Around): void {
  app.post(ENDPOINTS.preview.path, async (context) => {
    const of = await about(context, ENDPOINTS.preview.path)
    const request = await readBody(context, ENDPOINTS.preview.body)
    return answerJson(ENDPOINTS.preview.answer, await preview(of, request))
  })
  app.post(ENDPOINTS.repairs.path, async (context) => {
    const of = await about(context, ENDPOINTS.repairs.path)
    const request = await readBody(context, ENDPOINTS.repairs.body)
    return answerJson(ENDPOINTS.repairs.answer, await repairs(of, request))
  })
  app.post(ENDPOINTS.previews.path, async (context) => {
    const of = await about(context, ENDPOINTS.previews.path)
    const request = await readBody(context, ENDPOINTS.previews.body)
    const told = (error: unknown): FaultBody => noteFault(context, error)
    return answerJson(ENDPOINTS.previews.answer, await previews(of, request, told))
  })
  app.post(ENDPOINTS.batch.path, async (context) => {
    const of = await about(context, ENDPOINTS.batch.path)
    const request = await readBody(context, ENDPOINTS.batch.body)
    const toFaultBody = (error: unknown): FaultBody => noteFault(context, error)
    return answerStream(batchPart, (send) => streamBatch(of, request, {send, toFaultBody}), {
      toLast: (error) => ({fault: toFaultBody(error)}),
      // Reading goes on for the rows that are under way: half a reading would be judged as if it were whole.
      onEnd: endOf(context),
    })
  })
  app.post(ENDPOINTS.undo.path, async (context) => {
    const of = await about(context, ENDPOINTS.undo.path)
    const {record, dryRun = false} = await readBody(context, ENDPOINTS.undo.body)
    if (dryRun) return answerJson(ENDPOINTS.undo.dryAnswer, await previewUndo(of, record))
    return answerJson(ENDPOINTS.undo.answer, await undo(of, record))
  })
  app.post(ENDPOINTS.messages.path, async (context) => {
    const of = await about(context, ENDPOINTS.messages.path)
    const request = await readBody(context, ENDPOINTS.messages.body)
    return answerJson(ENDPOINTS.messages.answer, await messages(of, request))
  })
  app.post(ENDPOINTS.remarks.path, async (context) => {
    const of = await about(context, ENDPOINTS.remarks.path)
    const request = await readBody(context, ENDPOINTS.remarks.body)
    return answerJson(ENDPOINTS.remarks.answer, await remarks(of, request))
  })
  app.get(ENDPOINTS.records.path, async (context) => {
    const of = await about(context, ENDPOINTS.records.path)
    return answerJson(ENDPOINTS.records.answer, await records(of, readQuery(context, QUERIES.records)))
  })
}
