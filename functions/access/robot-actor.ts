import type {Actor} from '../ports.ts'

const NAMES = {webhook: 'Webhook', sync: 'Sync'} as const

/** What the function does without a person. */
export type RobotName = keyof typeof NAMES

/** The function itself as the one who acts: its writes go with the robot's token, and its records say so. */
export function robotActor(via: RobotName, token: string): Actor {
  return {id: via, name: NAMES[via], roles: [], token, via}
}
