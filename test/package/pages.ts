import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../../.config/source-files.ts'

/** Whatever people read, by its path. */
export const PAGES = globSync(['README.md', 'CONTRIBUTING.md', '{docs,decisions}/**/*.md'], {
  cwd: ROOT,
}).toSorted()

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8')
}

export type Block = {page: string; language: string; text: string}

/** What stands between fences on all pages, told apart by what is written behind the first. */
export const BLOCKS: Block[] = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, language = '', text = '']) => ({
    page,
    language,
    text,
  })),
)
