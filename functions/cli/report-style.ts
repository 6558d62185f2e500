import type {CheckState} from '../../plugin/core/contract/finding.ts'
import {harmlessText} from '../../plugin/core/contract/harmless-text.ts'
import {columns} from './columns.ts'

/** How a report is written down. */
export type Style = {
  title: (text: string) => string
  section: (text: string) => string
  group: (text: string) => string
  item: (state: CheckState, title: string, sentence: string) => string
  remedy: (sentence: string) => string
  link: (address: string) => string
  line: (text: string) => string
  /** Rows of cells, the header first. */
  table: (rows: readonly (readonly string[])[]) => string[]
  /** Text that somebody typed, so that it is read as text and does nothing. */
  safe: (text: string) => string
}

const SIGNS: Readonly<Record<CheckState, string>> = {ok: '✓', warning: '!', failing: '✗', unknown: '?'}

export const TERMINAL: Style = {
  title: (text) => text,
  section: (text) => `\n${text}\n`,
  group: (text) => `  ${text}`,
  item: (state, title, sentence) => `    ${SIGNS[state]} ${title}: ${sentence}`,
  remedy: (sentence) => `      → ${sentence}`,
  link: (address) => `        ${address}`,
  line: (text) => `    ${text}`,
  table: (rows) => columns(rows).map((line) => `    ${line}`),
  safe: harmlessText,
}

export const MARKDOWN: Style = {
  title: (text) => `# ${text}\n`,
  section: (text) => `\n## ${text}\n`,
  group: (text) => `### ${text}\n`,
  item: (state, title, sentence) => `- ${SIGNS[state]} **${title}:** ${sentence}`,
  remedy: (sentence) => `  - ${sentence}`,
  link: (address) => `  - <${address}>`,
  line: (text) => `- ${text}`,
  table(rows) {
    const [header = [], ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`)
    return [String(header), `|${(rows[0] ?? []).map(() => ' --- ').join('|')}|`, ...others]
  },
  safe: markdownSafe,
}

/** Every sign that markdown could take for one of its own, mentions and bare addresses too. */
function markdownSafe(text: string): string {
  return harmlessText(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`)
}
