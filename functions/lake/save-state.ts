import {Patch, type SanityClient} from '@sanity/client'
import type {StateDocument} from '../../plugin/core/documents/sync-document.ts'
import {translateRobotError} from './translate-error.ts'

/**
 * Writes a state as a whole, if it still stands as it was read: of two that write at once, one is told to read again.
 *
 * @param client the robot's, unless it is a person who writes
 * @param revision null where there was no document yet
 * @param translate says why Sanity refused whoever writes
 * @throws WriteConflict, or the Fault that says why Sanity refused
 */
export async function saveState(
  client: SanityClient,
  {_id, _type, fields}: StateDocument,
  revision: string | null,
  translate: (error: unknown) => unknown = translateRobotError,
): Promise<void> {
  const present = Object.entries(fields).filter(([, value]) => value !== null)
  const absent = Object.keys(fields).filter((name) => fields[name] === null)
  const set = Object.fromEntries(present)
  const start = client.transaction()
  const transaction =
    revision === null
      ? start.create({_id, _type, ...set})
      : start.patch(new Patch(_id).ifRevisionId(revision).set(set).unset(absent))
  try {
    await transaction.commit({tag: 'state', visibility: 'sync', returnDocuments: false})
  } catch (error) {
    throw translate(error)
  }
}
