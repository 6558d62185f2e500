import {CONTRACT_HEADER, CONTRACT_VERSION} from '../../plugin/core/contract/endpoints.ts'
import {preview, type PreviewRequest} from '../../plugin/core/contract/repair.ts'

/** Somebody at work at the demo school from elsewhere: the function that they reach, and their token. */
export interface Elsewhere {
  endpoint: string
  token: string
}

/** What they look at and confirm. */
export async function repairByHttp({endpoint, token}: Elsewhere, request: PreviewRequest): Promise<void> {
  const ask = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${endpoint}/v1/schools/school-fjord/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        [CONTRACT_HEADER]: CONTRACT_VERSION,
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const {plan} = preview.parse(await ask('preview', request))
  await ask('repairs', {...request, plan})
}
