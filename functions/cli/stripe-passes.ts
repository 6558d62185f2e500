#!/usr/bin/env node
import process from 'node:process'
import {audit} from './audit.ts'
import {doctor} from './doctor.ts'
import {sync} from './sync.ts'

const COMMANDS: Readonly<Record<string, typeof audit>> = {audit, doctor, sync}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
const {stdout: out, stderr: err, env: environment} = process

if (command === undefined) {
  process.stderr.write(`usage: stripe-passes ${Object.keys(COMMANDS).join(' | ')} [options]\n`)
  process.exitCode = 2
} else {
  // Not exit(): what was printed into a pipe must arrive whole.
  process.exitCode = await command(args, {out, err, now: Date.now(), environment})
}
