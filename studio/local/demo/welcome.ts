import type {DemoSeed} from '../seed/demo-seed.ts'

/** What `npm start` prints when everything runs: the link, and who to be. */
export function welcome({
  url,
  port,
  wantedPort,
  seed,
  isOwn,
}: {
  url: string
  port: number
  wantedPort: number
  seed: DemoSeed
  /** Somebody's own export is shown. */
  isOwn: boolean
}): string {
  const people = seed.people.filter(({provider}) => provider !== 'sanity-token')
  const widest = Math.max(...people.map(({name}) => name.length))
  const lines = [
    ...(wantedPort !== 0 && port !== wantedPort
      ? [`Port ${wantedPort} is in use, so this is on ${port}.`, '']
      : []),
    `  Open ${url}`,
    '',
    'Sign in as',
    ...people.map(({name, title}) => `  ${name.padEnd(widest)}  ${title ?? ''}`),
    '',
    isOwn
      ? 'Your export is held in memory only: what you change here is gone when this stops.'
      : `Then open Passes: ${seed.walk.name} paid 250 kr and has no pass.`,
    ...(isOwn ? [] : [`Sell another one at ${url}/shop, and watch it arrive.`]),
    'Ctrl-C stops it.',
    '',
  ]
  return `\n${lines.join('\n')}\n`
}
