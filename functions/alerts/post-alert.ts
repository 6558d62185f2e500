import {postJson} from '../post-json.ts'

/** Posts plain text to a Slack-compatible address. One that hangs, or that nobody answers, is one where it did not arrive. */
export function createPostAlert(url: string, {timeout}: {timeout: number}) {
  return async function postAlert(text: string): Promise<boolean> {
    try {
      return await postJson(url, {text}, {timeout})
    } catch {
      return false
    }
  }
}
