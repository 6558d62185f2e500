import type {TestProject} from 'vitest/node'
import {builtStudio} from '../../studio/local/demo/built-studio.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the built Studio. */
    studio: string
  }
}

/** One built Studio for all browser tests: the same that `npm start` serves. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('studio', await builtStudio())
}
