import type {SanityClient} from 'sanity'

/**
 * The signed-in person's token, as it is now; null in a Studio that signs in by cookie only. Newer clients hand it
 * out by `getAuth`, older ones have it in their configuration.
 */
export async function studioToken(client: SanityClient): Promise<string | null> {
  if ('getAuth' in client && typeof client.getAuth === 'function') {
    const auth: unknown = await client.getAuth()
    if (typeof auth === 'object' && auth !== null && 'token' in auth && typeof auth.token === 'string') {
      return auth.token
    }
  }
  return client.config().token ?? null
}
