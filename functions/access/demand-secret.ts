import {Fault} from '../../plugin/core/contract/fault.ts'
import {sha256} from '../sha256.ts'

/**
 * Lets in whoever names a secret that is shared with a machine: the scheduler, or the platform's own server.
 *
 * @param header the request's `Authorization`: `Bearer <secret>`
 * @param expected the setting that holds it, and its value; null where it is not set, and the door is closed
 * @throws Fault `misconfigured` where it is not set, `unauthenticated` where it was not named
 * @example await demandSecret(header, {setting: 'SYNC_SECRET', secret: config.syncSecret})
 */
export async function demandSecret(
  header: string | null,
  {setting, secret}: {setting: string; secret: string | null},
): Promise<void> {
  if (secret === null) {
    throw new Fault('misconfigured', `${setting} is not set`, {settings: setting, reason: 'not_set'})
  }
  const given = /^Bearer (\S{1,4096})$/i.exec(header ?? '')?.[1] ?? ''
  if (await isSame(given, secret)) return
  throw new Fault('unauthenticated', `the bearer token is not ${setting}`)
}

/** In a time that tells nothing about how much of it was right. */
async function isSame(given: string, secret: string): Promise<boolean> {
  const [one, other] = await Promise.all([sha256(given), sha256(secret)])
  // All of it is looked at, whatever differs; and of hashes, which nobody can lengthen one by one.
  let difference = 0
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}
