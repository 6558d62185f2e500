/**
 * How long a server here keeps a connection for another request: longer than any client does. By Node's five seconds both
 * would end it at once on a busy machine, and a request that goes out in that moment fails for nothing.
 *
 * @example createServer(KEEP_ALIVE, listener)
 */
export const KEEP_ALIVE = {keepAliveTimeout: 60_000} as const
