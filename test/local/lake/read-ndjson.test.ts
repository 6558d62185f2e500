import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readNdjson} from '../../../studio/local/lake/read-ndjson.ts'

async function fileWith(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ndjson-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const path = join(folder, 'data.ndjson')
  await writeFile(path, text)
  return path
}

test('reads a document a line, and passes over empty lines', async () => {
  const path = await fileWith('\uFEFF{"_id":"a","_type":"x","n":1}\r\n\n{"_id":"b","_type":"y"}\n')
  expect(await readNdjson(path)).toEqual([
    {_id: 'a', _type: 'x', n: 1},
    {_id: 'b', _type: 'y'},
  ])
})

test.each([
  ['not JSON', '{"_id":"a","_type":"x"}\n{"_id":', 'line 2: not JSON'],
  ['no _id', '{"_type":"x"}', 'line 1: a document needs an _id and a _type'],
  ['no _type', '{"_id":"a"}', 'line 1: a document needs'],
  ['a list', '[]', 'line 1: a document needs'],
])('names file and line of %s', async (_, text, message) => {
  const path = await fileWith(text)
  await expect(readNdjson(path)).rejects.toThrow(`${path}, ${message}`)
})

test('says which file is not there', async () => {
  await expect(readNdjson('/nowhere/data.ndjson')).rejects.toThrow('/nowhere/data.ndjson')
})
