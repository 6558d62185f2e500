import type {Context} from 'hono'
import type {z} from 'zod/mini'
import {Fault} from '../plugin/core/contract/fault.ts'

/** An answer that went through the same schema with which the browser reads it. */
export function answerJson<T>(schema: z.ZodMiniType<T>, data: NoInfer<T>, status = 200): Response {
  return Response.json(schema.parse(data), {status})
}

/**
 * The JSON of a request, or a refusal that names the field.
 *
 * @throws Fault `invalid_request`
 */
export async function readBody<T>(context: Context, schema: z.ZodMiniType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Fault('invalid_request', 'the body must be JSON, and say so')
  }
  const parsed = schema.safeParse(await parseJson(context))
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Fault('invalid_request', `the body does not fit the contract at «${field}»`, {field})
}

/** @throws Fault `invalid_request` */
export function readQuery<T>(context: Context, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(context.req.query())
  if (parsed.success) return parsed.data
  const parameter = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Fault('invalid_request', `the address does not fit the contract at «${parameter}»`, {parameter})
}

/** An id from the address. Nothing that could be an id is refused; nothing else gets any further. */
export function readId(context: Context, name: string): string {
  const id = context.req.param(name) ?? ''
  if (/^[\w.-]{1,255}$/.test(id)) return id
  throw new Fault('invalid_request', `the address has no id for ${name}`, {parameter: name})
}

async function parseJson(context: Context): Promise<unknown> {
  const text = await context.req.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Fault('invalid_request', 'the body is not JSON', {}, {cause})
  }
}
