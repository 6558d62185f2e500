import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {format, resolveConfig} from 'prettier'
import {parseSync} from 'rolldown/utils'
import {ROOT} from './source-files.ts'

// Why not TypeDoc: decisions/20. What a door exports, and what is said of it, stands in its
// declarations, which any parser reads.

/** One export of a door, as its declarations have it. */
export type Exported = {
  name: string
  /** The text in front of the first tag. */
  about: string
  throws: string[]
  examples: string[]
  declaration: string
}

const DOORS = {
  plugin: {title: "The Studio plugin: `'sanity-plugin-stripe-passes'`"},
  functions: {title: "The function: `'sanity-plugin-stripe-passes/functions'`"},
} as const

export type Door = keyof typeof DOORS

/** Every export of a door, in the order of its index, from the declarations in a folder of types. */
export function exportsOf(door: Door, types: string): Exported[] {
  const index = join(types, door, 'index.d.ts')
  const {module} = parseSync(index, readFileSync(index, 'utf8'))
  return module.staticExports.flatMap(({entries}) =>
    entries.flatMap(({moduleRequest, importName}) =>
      moduleRequest === null || importName.name === null
        ? []
        : [exported(join(dirname(index), moduleRequest.value), importName.name)],
    ),
  )
}

/** The page about a door. */
export async function referenceOf(door: Door, types: string): Promise<string> {
  const page = [
    `# ${DOORS[door].title}`,
    'Written from the declarations by `npm run reference`.',
    ...exportsOf(door, types).map(sectionOf),
  ].join('\n\n')
  const file = pageOf(door)
  return format(page, {...(await resolveConfig(file)), filepath: file})
}

function sectionOf({name, about, throws, examples, declaration}: Exported): string {
  const faults = throws.map((when) => `**Throws** ${when}`)
  const shown = examples.map((example) => `**Example**\n\n${fenced(example)}`)
  return [`## ${name}`, about, fenced(declaration), faults, shown].flat().join('\n\n')
}

/** The page about the command, as it tells of itself. */
export async function commandReference(): Promise<string> {
  const help = (...words: string[]) =>
    execFileSync(process.execPath, ['functions/cli/stripe-passes.ts', ...words, '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim()
  const overview = help()
  const names = [...overview.matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name)
  const page = [
    '# The command: `stripe-passes`',
    'Written from what each command says with `--help`, by `npm run reference`.',
    fenced(overview, 'text'),
    ...names.flatMap((name) => [`## ${name}`, fenced(help(name), 'text')]),
  ].join('\n\n')
  const file = pageOf('command')
  return format(page, {...(await resolveConfig(file)), filepath: file})
}

/** Where the page about a door is, or about the command. */
export function pageOf(door: Door | 'command'): string {
  return join(ROOT, 'docs/api', `${door}.md`)
}

// Not `ts`: that is for snippets that stand on their own, and a test compiles those.
function fenced(code: string, language = 'typescript'): string {
  return `\`\`\`${language}\n${code}\n\`\`\``
}

function exported(module: string, name: string): Exported {
  const file = module.replace(/\.tsx?$/, '.d.ts')
  const text = readFileSync(existsSync(file) ? file : module, 'utf8')
  const found = new RegExp(
    `(?:/\\*\\*(?<doc>(?:(?!\\*/)[^])*)\\*/\\n)?export (?:declare )?(?<declaration>(?:const|function|type) ${name}\\b[^]*?)(?=\\n(?:/\\*\\*|export|declare|type|const|import|//)|$(?![^]))`,
  ).exec(text)
  if (found?.groups === undefined) throw new Error(`${file} does not declare ${name}`)
  const {doc = '', declaration = ''} = found.groups
  const [about = '', ...tags] = doc
    .replaceAll(/^[ \t]*\*[ \t]?/gm, '')
    .trim()
    .split(/^(?=@)/m)
  const told = (tag: string) =>
    tags.filter((one) => one.startsWith(tag)).map((one) => one.slice(tag.length).trim())
  return {
    name,
    about: about.trim(),
    throws: told('@throws'),
    examples: told('@example'),
    declaration: inShort(declaration.trim()),
  }
}

/** Of a schema's whole type nobody reads more than that it is one. */
function inShort(declaration: string): string {
  const isLong = declaration.startsWith('const') && declaration.split('\n').length > 12
  return isLong ? declaration.replace(/\{[^]*/, '{/* … */}') : declaration
}

if (process.argv[1] === import.meta.filename) {
  for (const door of ['plugin', 'functions'] as const) {
    writeFileSync(pageOf(door), await referenceOf(door, join(ROOT, 'dist/types')))
  }
  writeFileSync(pageOf('command'), await commandReference())
}
