import {toIso} from '../contract/instant.ts'
import {remark} from '../contract/remark-schema.ts'
import type {Remark, Remarks} from '../contract/remark.ts'
import {isShape, listIn, requiredTextIn, type Shape} from '../contract/shape.ts'
import {textHash} from '../contract/text-hash.ts'
import type {StateDocument} from './sync-document.ts'

/** A dot keeps a document private. Named after school and entry, so that no school stands in another's way. */
export function remarksId(school: string, about: string): string {
  return `passRemarks.${textHash(JSON.stringify([school, about]))}`
}

/** The `passRemarks` document of one entry. The reference is weak, so that it never keeps a school from being erased. */
export function remarksDocument(
  school: string,
  {about, list}: Pick<Remarks, 'about' | 'list'>,
): StateDocument {
  return {
    _id: remarksId(school, about),
    _type: 'passRemarks',
    fields: {
      school: {_type: 'reference', _ref: school, _weak: true},
      about,
      list: list.map(({id, text, waiting, by, at}) => ({
        _key: id,
        ...(text === null ? {} : {text}),
        waiting,
        by,
        at: toIso(at),
      })),
    },
  }
}

/**
 * The same in our words. A remark that somebody damaged is left out: it is no reason not to read the others.
 *
 * @throws GarbledField where it does not say what it is about
 */
export function parseRemarks(document: Shape): Remarks {
  return {
    id: requiredTextIn(document, '_id'),
    rev: requiredTextIn(document, '_rev'),
    about: requiredTextIn(document, 'about'),
    list: listIn(document, 'list').filter(isShape).flatMap(parseRemark),
  }
}

function parseRemark(member: Shape): Remark[] {
  const {_key, text = null, at, ...others} = member
  const said = {...others, id: _key, text, at: typeof at === 'string' ? Date.parse(at) : null}
  const parsed = remark.safeParse(said)
  return parsed.success ? [parsed.data] : []
}
