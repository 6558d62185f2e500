import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {DemoSeed} from '../seed/demo-seed.ts'

/** Writes the demo schools as `data.ndjson` and `payments.ndjson`, which `--dataset` and `--payments` read again. */
export async function exportSeed(seed: DemoSeed, folder: string): Promise<string[]> {
  await mkdir(folder, {recursive: true})
  const files = [
    {path: join(folder, 'data.ndjson'), lines: seed.documents},
    {path: join(folder, 'payments.ndjson'), lines: seed.stripe.sessions},
  ]
  for (const {path, lines} of files) {
    await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  return files.map(({path}) => path)
}
