import type {Server} from 'node:http'

const TRIES = 20

/**
 * Listens on loopback, on the wanted port or, when it is in use, on one of the next; 0 takes any free one.
 *
 * @returns the port it got.
 * @throws the listen error when none of them is free.
 */
export async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port++) {
    if (await isListening(server, port)) return portOf(server)
  }
  await isListening(server, 0)
  return portOf(server)
}

/** False when the port is in use. */
async function isListening(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    function settle(): void {
      server.off('error', refused)
      server.off('listening', listening)
    }
    function listening(): void {
      settle()
      resolve(true)
    }
    function refused(error: NodeJS.ErrnoException): void {
      settle()
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    server.once('error', refused)
    server.once('listening', listening)
    server.listen(port, '127.0.0.1')
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server got no port')
  return address.port
}
