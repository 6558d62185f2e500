import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {extname, join, normalize} from 'node:path'
import {pipeline} from 'node:stream/promises'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Serves a folder as a single-page app: what is no file and no asset is the page, which reads its own address.
 *
 * @example createServer(staticFiles('.demo/studio-1a2b'))
 */
export function staticFiles(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, {allow: 'GET, HEAD'}).end()
      return
    }
    const path = pathOf(request)
    const wanted = path === null ? null : join(folder, path)
    const file = wanted !== null && (await isFile(wanted)) ? wanted : null
    const isAsset = path === null || path.startsWith('/static/')
    if (file === null && isAsset) {
      response.writeHead(404, {'content-type': 'text/plain'}).end('Not found')
      return
    }
    const served = file ?? join(folder, 'index.html')
    response.writeHead(200, {
      'content-type': CONTENT_TYPES[extname(served)] ?? 'application/octet-stream',
      // Names of assets carry a hash of what is in them; the page's doesn't.
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(served), response)
  }
}

/** Null when the address leads out of the folder or can't be read. */
function pathOf(request: IncomingMessage): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    return path.includes('..') || path.includes('\0') ? null : path
  } catch {
    return null
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
