import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import type {IncomingMessage} from 'node:http'
import {buildPackage} from '../../.config/build.ts'
import {ROOT} from '../../.config/source-files.ts'
import {CONTRACT_HEADER, CONTRACT_VERSION} from '../../plugin/core/contract/endpoints.ts'
import {type Demo, type Listener, startDemo} from '../../studio/local/demo/start-demo.ts'
import type {ScreensSchool} from './screens-school.ts'

/** Where the function is asked for everything of the school, and for one student's part of it. */
export const FACTS = '/v1/schools/school-fjord/facts'
const STUDENT = '/v1/schools/school-fjord/students/'

export type ReplayedStudio = {
  demo: Demo
  /** Where the function is asked for the busiest student. */
  student: string
  /** When the first bytes of the first answer went out that a page got to a path, in milliseconds since 1970. */
  answeredAt: (path: string) => number
  /** Before another page is opened. */
  forget: () => void
  /** Lets whoever asks there wait, until what is returned is called. */
  hold: (path: string) => () => void
}

/** Builds the package, and a Studio that has installed it, as a school would. */
export async function buildScreensStudio(): Promise<string> {
  await buildPackage(`${ROOT}/dist`)
  const folder = `${ROOT}/.demo/bench`
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  symlinkSync(`${ROOT}/node_modules`, `${folder}/node_modules`)
  cpSync(`${ROOT}/package.json`, `${folder}/package.json`)
  for (const name of ['sanity.config.ts', 'sanity.cli.ts']) {
    writeFileSync(`${folder}/${name}`, `export {default} from '../../test/bench/studio/${name}'\n`)
  }
  const sanity = `${ROOT}/node_modules/sanity/bin/sanity`
  execFileSync(process.execPath, [sanity, 'build', `${folder}/studio`, '--yes'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, NODE_ENV: 'production', DO_NOT_TRACK: '1'},
  })
  return `${folder}/studio`
}

type Recorded = {type: string; body: Buffer}

/**
 * The demo over a large school. What the function answers about it is made once and then said again as it was, whole
 * and at once: what is measured is the screen, not a Stripe on loopback.
 */
export async function startReplayed(school: ScreensSchool, studio: string): Promise<ReplayedStudio> {
  const answers = new Map<string, Recorded>()
  const times = new Map<string, number>()
  const held = new Map<string, Promise<void>>()
  const before =
    (answer: Listener): Listener =>
    (request, response) => {
      const path = pathOf(request)
      const recorded = answers.get(path)
      if (recorded === undefined) {
        answer(request, response)
        return
      }
      const say = () => {
        if (!times.has(path)) times.set(path, Date.now())
        response.writeHead(200, {'content-type': recorded.type, 'cache-control': 'no-store'})
        response.end(recorded.body)
      }
      const release = held.get(path)
      if (release === undefined) say()
      else void release.then(say)
    }
  const demo = await startDemo({seed: school, studio, before})
  const token = school.people[0]?.token ?? ''
  const student = `${STUDENT}${school.busiest}`
  for (const path of [FACTS, student]) answers.set(path, await record(`${demo.url}/api${path}`, token))
  return {
    demo,
    student,
    answeredAt: (path) => times.get(path) ?? Number.NaN,
    forget: () => times.clear(),
    hold(path) {
      const {promise, resolve} = Promise.withResolvers<void>()
      held.set(path, promise)
      return () => {
        held.delete(path)
        resolve()
      }
    },
  }
}

function pathOf({url = '/'}: IncomingMessage): string {
  return new URL(url, 'http://localhost').pathname
}

async function record(url: string, token: string): Promise<Recorded> {
  const headers = {authorization: `Bearer ${token}`, [CONTRACT_HEADER]: CONTRACT_VERSION}
  const answer = await fetch(url, {headers})
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`)
  const body = Buffer.from(await answer.arrayBuffer())
  // A stream tells in its last line that it broke off: that would be said again to every page.
  if (body.includes('{"part":"fault"'))
    throw new Error(`${url} ended with a fault: ${body.toString('utf8', body.length - 500)}`)
  return {type: answer.headers.get('content-type') ?? 'application/json', body}
}
