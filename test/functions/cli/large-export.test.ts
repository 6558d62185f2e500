import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, onTestFinished, test} from 'vitest'
import {documentsOf, readScenarios} from '../../core/read-scenario.ts'

const [first] = readScenarios()
if (first === undefined) throw new Error('no scenarios')
const command = new URL('../../../functions/cli/stripe-passes.ts', import.meta.url).pathname

/** Megabytes. */
const MEMORY = 64
const EXPORT = 96

function lines(documents: readonly unknown[]): string {
  return documents.map((one) => `${JSON.stringify(one)}\n`).join('')
}

/** The school's documents, among so many pages of its website. */
async function writeExport(file: string, documents: readonly unknown[]): Promise<void> {
  const page = {_id: 'page', _type: 'page', body: 'A page of the school’s website. '.repeat(100)}
  const pages = lines(Array.from({length: 300}, () => page))
  const stream = createWriteStream(file)
  stream.write(lines(documents))
  for (let written = 0; written < EXPORT * 1024 * 1024; written += pages.length) {
    if (!stream.write(pages)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

test(
  'an export larger than memory, of documents that judging does not need, is no problem',
  {timeout: 90_000},
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passes-'))
    onTestFinished(() => rm(folder, {recursive: true}))
    const [dataset, payments] = [join(folder, 'data.ndjson'), join(folder, 'payments.ndjson')]
    await writeExport(dataset, documentsOf(first))
    await writeFile(payments, lines(first.payments))
    const args = [
      'audit',
      '--dataset',
      dataset,
      '--payments',
      payments,
      '--school',
      first.school,
      '--now',
      first.now,
      '--csv',
    ]
    const ran = promisify(execFile)(process.execPath, [`--max-old-space-size=${MEMORY}`, command, ...args])
    await expect(ran).rejects.toMatchObject({code: 1, stdout: expect.stringContaining(',missing,certain,')})
  },
)
