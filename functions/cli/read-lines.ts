import {createReadStream} from 'node:fs'
import {createInterface} from 'node:readline'

export type Line = {number: number; value: unknown} | {number: number; broken: true}

/** A file of JSON values, one a line, read as a stream: a file larger than memory is no problem. Empty lines are none. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const stream = createReadStream(file, 'utf8')
  const lines = createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY})
  let number = 0
  try {
    for await (const text of lines) {
      number += 1
      // An export begins with a byte order mark where Windows has written it.
      const trimmed = number === 1 ? text.replace(/^\uFEFF/, '').trim() : text.trim()
      if (trimmed !== '') yield parsed(trimmed, number)
    }
  } finally {
    lines.close()
    stream.destroy()
  }
}

function parsed(text: string, number: number): Line {
  try {
    return {number, value: JSON.parse(text)}
  } catch {
    return {number, broken: true}
  }
}
