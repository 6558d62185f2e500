import {createReadStream} from 'node:fs'
import {createInterface} from 'node:readline'
import {isLakeDocument, type LakeDocument} from './lake-document.ts'

/**
 * Reads documents as `sanity dataset export` writes them: one JSON object a line (unpack the archive
 * first and name its `data.ndjson`). Throws with file and line for what isn't a document.
 *
 * @example
 * const documents = await readNdjson('my-export/data.ndjson')
 */
export async function readNdjson(path: string): Promise<LakeDocument[]> {
  const documents: LakeDocument[] = []
  const lines = createInterface({input: createReadStream(path, 'utf8'), crlfDelay: Infinity})
  let number = 0
  for await (const line of lines) {
    number += 1
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() === '') continue
    documents.push(readLine(text, `${path}, line ${number}`))
  }
  return documents
}

function readLine(text: string, place: string): LakeDocument {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${place}: not JSON`, {cause: error})
  }
  if (isLakeDocument(value)) return value
  throw new Error(`${place}: a document needs an _id and a _type, both text`)
}
