import {parseArgs} from 'node:util'

export const DOCTOR_USAGE = `usage: stripe-passes doctor [--school ID] [--json | --markdown]

Examines the installation with the function's own settings, as Health does in the Studio: the keys, the schools' Stripe
accounts, the webhook endpoint, the passes on sale. Sends one request to the endpoints at WEBHOOK_HOSTS. Nothing is
written.

  --school ID   the tenant document's id; default: every school
  --json        print the answers as JSON
  --markdown    print a report that can be sent

exit code: 0 everything in order, 1 something to look at or to mend, 2 something could not be told
`

export type DoctorOptions = {school: string | null; print: 'text' | 'json' | 'markdown'}

/** The options, or a sentence that says what is wrong with them. */
export function doctorOptions(args: readonly string[]): DoctorOptions | string {
  const flag = {type: 'boolean'} as const
  try {
    const options = {school: {type: 'string'}, json: flag, markdown: flag} as const
    const {school = null, json = false, markdown = false} = parseArgs({args: [...args], options}).values
    if (json && markdown) return 'either --json or --markdown'
    return {school, print: json ? 'json' : markdown ? 'markdown' : 'text'}
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
