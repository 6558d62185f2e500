import {open} from 'node:fs/promises'
import {basename} from 'node:path'
import {readNdjson} from '../lake/read-ndjson.ts'
import {isRecord, type LakeDocument} from '../lake/lake-document.ts'
import type {SessionSeed} from '../stripe/objects/checkout-session.ts'
import {UsageError} from './arguments.ts'

/**
 * Somebody's own export.
 *
 * @throws UsageError with file and line for what isn't a document, or what to do with an archive.
 */
export async function readDataset(path: string): Promise<LakeDocument[]> {
  await refuseArchive(path)
  return asUsage(readNdjson(path))
}

/**
 * Sessions as Stripe's API returns them, one a line, each with the "account" it was listed from.
 *
 * @throws UsageError with file and line for what isn't one.
 */
export async function readSessions(path: string): Promise<SessionSeed[]> {
  await refuseArchive(path)
  const file = await open(path)
  const sessions: SessionSeed[] = []
  let number = 0
  for await (const line of file.readLines()) {
    number += 1
    if (line.trim() === '') continue
    const session = parseLine(line, `${path}, line ${number}`)
    if (isAnswer(session)) continue
    if (!isSession(session)) {
      throw new UsageError(`${path}, line ${number}: not a Checkout Session with an "account"`)
    }
    sessions.push(session)
  }
  return sessions
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new UsageError(`${place}: not JSON`, {cause: error})
  }
}

/** What Stripe said when asked, for an audit of files: the local Stripe answers for itself. */
function isAnswer(value: unknown): boolean {
  return isRecord(value) && (value['object'] === 'denied' || value['object'] === 'account_error')
}

// What the local Stripe indexes by; the rest it hands on as it came.
function isSession(value: unknown): value is SessionSeed {
  return (
    isRecord(value) &&
    value['object'] === 'checkout.session' &&
    typeof value['id'] === 'string' &&
    typeof value['created'] === 'number' &&
    typeof value['livemode'] === 'boolean' &&
    (typeof value['account'] === 'string' || value['account'] === null)
  )
}

async function refuseArchive(path: string): Promise<void> {
  const file = await asUsage(open(path))
  const {buffer, bytesRead} = await asUsage(file.read(Buffer.alloc(2), 0, 2))
  await file.close()
  if (bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b) {
    const name = basename(path)
    throw new UsageError(
      `${path} is an archive. Unpack it (tar -xzf ${name}) and name the data.ndjson inside`,
    )
  }
}

async function asUsage<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), {cause: error})
  }
}
