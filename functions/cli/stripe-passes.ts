#!/usr/bin/env node
import {readFileSync} from 'node:fs'
import process from 'node:process'
import {parseEnv} from 'node:util'
import {USAGE} from './audit-options.ts'
import {DOCTOR_USAGE} from './doctor-options.ts'
import type {Surroundings} from './audit.ts'
import {SYNC_USAGE} from './sync-options.ts'

/** Loaded when it is asked for: the SDKs take a while, and help needs none. */
type Command = {
  load: () => Promise<(args: readonly string[], surroundings: Surroundings) => Promise<number>>
  about: string
  usage: string
}

const COMMANDS: Readonly<Record<string, Command>> = {
  audit: {
    load: async () => (await import('./audit.ts')).audit,
    about: 'which payments and passes do not agree, and why',
    usage: USAGE,
  },
  doctor: {
    load: async () => (await import('./doctor.ts')).doctor,
    about: 'what keeps a pass from following its payment',
    usage: DOCTOR_USAGE,
  },
  sync: {
    load: async () => (await import('./sync.ts')).sync,
    about: 'repair what needs nobody to look',
    usage: SYNC_USAGE,
  },
}

const [name = '', ...given] = process.argv.slice(2)
const {args, file} = withoutFile(given)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
const {stdout: out, stderr: err, env: environment} = process
const isHelp = [name, ...args].some((word) => word === '--help' || word === '-h')

if (isHelp) out.write(command?.usage ?? usage())
else if (command === undefined) {
  err.write(usage())
  process.exitCode = 2
} else {
  // Not exit(): what was printed into a pipe must arrive whole.
  const run = await command.load()
  const settings = file === null ? environment : settingsIn(file)
  process.exitCode =
    settings === null ? 2 : await run(args, {out, err, now: Date.now(), environment: settings})
}

/** The one option of every command. Node takes `--env-file` for itself, wherever it stands. */
function withoutFile(words: readonly string[]): {args: string[]; file: string | null} {
  const at = words.findIndex((word) => word === '--settings' || word.startsWith('--settings='))
  const word = words[at]
  if (word === undefined) return {args: [...words], file: null}
  const isApart = word === '--settings'
  return {
    args: words.toSpliced(at, isApart ? 2 : 1),
    file: isApart ? (words[at + 1] ?? '') : word.slice('--settings='.length),
  }
}

/** What the environment says counts, and what stands in the file beside it; null where there is no such file. */
function settingsIn(path: string): Readonly<Record<string, string | undefined>> | null {
  try {
    return {...parseEnv(readFileSync(path, 'utf8')), ...environment}
  } catch {
    err.write(`--settings: there is no file ${path} that can be read\n`)
    return null
  }
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([each, {about}]) => `  ${each.padEnd(8)} ${about}\n`)
  return `usage: stripe-passes ${Object.keys(COMMANDS).join(' | ')} [options]\n\n${lines.join('')}\nstripe-passes COMMAND --help tells the options. Settings come from the environment,\nand with --settings FILE from a file of lines NAME=value too.\n`
}
