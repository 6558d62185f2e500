import {evaluateSync, GroqSyntaxError, parse} from 'groq-js'
import {foldSubqueries} from './fold-subqueries.ts'
import {isRecord} from './lake-document.ts'
import {LakeError} from './lake-error.ts'
import {narrow} from './narrow.ts'
import {rewriteTextSearch} from './text-search.ts'
import type {View} from './view.ts'

/** What a query needs besides its text. */
type QueryContext = {view: View; params: Record<string, unknown>; now: Date; identity: string}

/** Runs GROQ as the API would: a query that doesn't parse is its 400. */
export function runQuery(query: string, context: QueryContext): unknown {
  const {view, params, now, identity} = context
  const searchable = rewriteTextSearch(parseQuery(query, params), () => view.all())
  const run = (tree: unknown): unknown => {
    const narrowed = narrow(foldSubqueries(tree, run), view)
    return evaluate(narrowed, {
      dataset: needsEverything(narrowed) ? view.all() : [],
      params,
      timestamp: now,
      identity,
      dereference: ({_ref}) => view.get(_ref) ?? null,
    })
  }
  return run(searchable)
}

/** The parameters are part of the tree: it must not be kept for other ones. */
export function parseQuery(query: string, params: Record<string, unknown>): unknown {
  try {
    return parse(query, {params})
  } catch (error) {
    const description = error instanceof Error ? error.message : 'unable to parse'
    const position = error instanceof GroqSyntaxError ? error.position : 0
    throw new LakeError(400, {
      error: {description, end: position, query, start: position, type: 'queryParseError'},
    })
  }
}

type EvaluateOptions = {
  dataset: readonly unknown[]
  params: Record<string, unknown>
  timestamp: Date
  identity: string
  dereference?: (reference: {_ref: string}) => unknown
}

/** groq-js, with its answer as plain data. */
export function evaluate(tree: unknown, options: EvaluateOptions): unknown {
  try {
    const value: unknown = evaluateSync(tree, options)
    const data = isValue(value) ? value.data : null
    // Dates and paths of GROQ become text here, and a caller can't reach into the dataset.
    return data === undefined ? null : JSON.parse(JSON.stringify(data))
  } catch (error) {
    const description = error instanceof Error ? error.message : String(error)
    throw new LakeError(400, {error: {description, type: 'queryEvaluationError'}})
  }
}

function isValue(value: unknown): value is {data: unknown} {
  return typeof value === 'object' && value !== null && 'data' in value
}

function needsEverything(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(needsEverything)
  if (!isRecord(value) || value['type'] === 'Value') return false
  if (value['type'] === 'Everything') return true
  return value['namespace'] === 'releases' || Object.values(value).some(needsEverything)
}
