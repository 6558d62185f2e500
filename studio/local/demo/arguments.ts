import {parseArgs} from 'node:util'

export interface StartArguments {
  port: number
  /** An export of somebody's own dataset, instead of the demo schools. */
  dataset: string | null
  /** The sessions that belong to it. */
  payments: string | null
  /** Whose names the documents have: those that are shown, read or written. */
  schema: 'platform' | 'members'
  /** A folder to write the demo schools to, as files that `dataset` and `payments` read. */
  export: string | null
  help: boolean
}

export const DEFAULT_PORT = 3333

export const USAGE = `npm start -- [options]

  --port 3333             another port for the page
  --dataset data.ndjson   your own dataset, as \`sanity dataset export\` writes it, unpacked
  --payments file.ndjson  its Stripe Checkout Sessions, one a line, each with "account"
  --schema members        the demo schools, or a dataset, as another house keeps them, under names of its own
  --export folder         write the demo schools as such files, and stop
  --help                  this text
`

/** What somebody typed and can mend: shown without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Reads the command line of `npm start`.
 *
 * @throws UsageError naming the flag that is unknown or has a wrong value.
 */
export function startArguments(argv: readonly string[]): StartArguments {
  const values = parsed(argv)
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port must be a number from 0 to 65535, not "${values.port}"`)
  }
  if (values.payments !== undefined && values.dataset === undefined) {
    throw new UsageError(
      '--payments goes with --dataset: sessions without the documents they belong to say nothing',
    )
  }
  const {schema = 'platform'} = values
  if (schema !== 'platform' && schema !== 'members') {
    throw new UsageError(`--schema must be platform or members, not "${schema}"`)
  }
  return {
    port,
    schema,
    dataset: values.dataset ?? null,
    payments: values.payments ?? null,
    export: values.export ?? null,
    help: values.help ?? false,
  }
}

function parsed(argv: readonly string[]) {
  const value = {type: 'string'} as const
  const options = {
    port: value,
    dataset: value,
    payments: value,
    schema: value,
    export: value,
    help: {type: 'boolean'},
  } as const
  try {
    return parseArgs({args: [...argv], options, strict: true, allowPositionals: false}).values
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('. To specify') : []
    throw new UsageError(message, {cause: error})
  }
}
