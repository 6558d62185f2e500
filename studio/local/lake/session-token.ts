import {createHmac, randomBytes} from 'node:crypto'

type Person = {id: string; token: string}

/**
 * The token of somebody who signed in. It proves itself by the person's own token, so that a page that is
 * open while the lake restarts stays signed in.
 */
export function createSessionToken(person: Person): string {
  const random = randomBytes(16).toString('hex')
  return `sk${random}${proof(person, random)}`
}

export function isSessionTokenOf(person: Person, token: string): boolean {
  const [, random, proven] = /^sk([0-9a-f]{32})([0-9a-f]{64})$/.exec(token) ?? []
  return random !== undefined && proven === proof(person, random)
}

function proof(person: Person, random: string): string {
  return createHmac('sha256', person.token).update(`${person.id} ${random}`).digest('hex')
}
