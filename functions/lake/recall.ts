import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {DOCUMENTS} from '../../plugin/core/documents/own-queries.ts'
import type {Kept} from '../ports.ts'
import type {AskLake} from './ask.ts'

/** Something that is remembered in a document of its own, with the revision to save it over. */
export async function recall<State>(
  ask: AskLake,
  id: string,
  parse: (document: Shape | undefined) => State,
): Promise<Kept<State>> {
  const {documents = []} = await ask('state', {documents: DOCUMENTS}, {ids: [id]})
  const document = documents.find(isShape)
  const revision = document?.['_rev']
  return {state: parse(document), revision: typeof revision === 'string' ? revision : null}
}
