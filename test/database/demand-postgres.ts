import process from 'node:process'
import {startPostgres, type Postgres} from './start-postgres.ts'

/**
 * A PostgreSQL for the tests of one file. CI always has one; on a machine without it a line says what did not run.
 *
 * @returns null where it is not installed
 */
export async function demandPostgres(what: string): Promise<Postgres | null> {
  const postgres = await startPostgres()
  if (postgres === null && process.env['CI'] === 'true') throw new Error('CI needs PostgreSQL: see .ci/run')
  if (postgres === null) process.stderr.write(`PostgreSQL is not installed: ${what} did not run\n`)
  return postgres
}
