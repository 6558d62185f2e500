import type {DocumentMap, MappedKind} from './document-map.ts'
import {groq, joined, named, quoted, type Groq} from './groq.ts'

/** Whatever is cheap to rule out comes before it: the lake looks at each document that is left. */
export const IS_PUBLISHED = groq` && !(_id in path("drafts.**")) && !(_id in path("versions.**"))`

/** One kind of document as queries name it. */
export type QueryNames = {
  /** `_type == "user"` */
  is: Groq
  /** Where the field is; null where there is none. */
  name: (field: string) => Groq | null
  /** The id that a field names: `user._ref`. */
  id: (field: string) => Groq | null
  /** A field in a condition, such as ` in $ids`; false of every document where there is no such field. */
  has: (field: string, condition: Groq) => Groq
  idHas: (field: string, condition: Groq) => Groq
  /** `tenant._ref == $school`; true of every document where there is only one school. */
  ofSchool: Groq
  ofNoSchool: Groq
  /** Whether anything stands in a list or, with a condition, anything with such a field. */
  someIn: (list: string, field: string, condition: Groq | null) => Groq
  /** `{_id, …}` with these fields, or with all of them, and with what is put behind them. */
  projection: (fields?: readonly string[], more?: Groq) => Groq
}

export function queryNames({type, fields}: MappedKind, {only}: Pick<DocumentMap, 'only'>): QueryNames {
  const name = (field: string): Groq | null => {
    const mapped = fields[field] ?? null
    return mapped === null ? null : named(mapped.theirs)
  }
  const id = (field: string): Groq | null => {
    const at = name(field)
    return at !== null && fields[field]?.isReference === true ? groq`${at}._ref` : at
  }
  const where = (left: Groq | null, condition: Groq): Groq =>
    left === null ? groq`false` : groq`${left}${condition}`
  const school = {is: id('school'), at: name('school')}
  return {
    is: groq`_type == ${quoted(type)}`,
    name,
    id,
    has: (field, condition) => where(name(field), condition),
    idHas: (field, condition) => where(id(field), condition),
    ofSchool: only === null ? where(school.is, groq` == $school`) : groq`true`,
    ofNoSchool: school.at === null ? groq`false` : groq`!defined(${school.at})`,
    someIn(field, inner, condition) {
      const list = name(field)
      const inside = fields[field]?.of?.[inner] ?? null
      if (list === null || inside === null) return groq`false`
      const those = condition === null ? list : groq`${list}[${named(inside.theirs)}${condition}]`
      return groq`defined(${list}) && count(${those}) > 0`
    },
    projection(read = Object.keys(fields), more = groq``) {
      const paths = read.flatMap((field) => fields[field]?.theirs ?? [])
      const inside = joined(nested(paths), groq`, `)
      return groq`{_id, _type, _rev, _createdAt, _updatedAt, ${inside}${more}}`
    },
  }
}

/** `settings.timezone` and `settings.zone` as `settings{timezone, zone}`. */
function nested(paths: readonly string[]): Groq[] {
  const inner = new Map<string, string[]>()
  for (const path of paths) {
    const [root = '', ...rest] = path.split('.')
    const held = inner.get(root) ?? []
    inner.set(root, rest.length === 0 ? held : [...held, rest.join('.')])
  }
  return [...inner].map(([root, held]) =>
    held.length === 0 ? named(root) : groq`${named(root)}{${joined(nested(held), groq`, `)}}`,
  )
}
