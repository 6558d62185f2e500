import type {ConfigProblem} from './config.ts'

/** Each as a sentence: the setting's name, and what it should be. */
export function sentencesOf(problems: readonly ConfigProblem[]): string[] {
  return problems.map(({setting, problem}) => `${setting} ${problem}`)
}

/** What whoever starts the function reads, before anybody asks it for anything. */
export function complaintAbout(sentences: readonly string[]): string {
  const list = sentences.map((sentence) => `  - ${sentence}\n`).join('')
  return `The settings of the passes function are not right, so it would answer nothing:\n${list}Set them where the function runs, then start it again.`
}
