/** Nothing that could be read as more than a name, whatever stands around it. Sanity's own begin with one `_`. */
const NAME = /^_?[a-zA-Z]\w*(\.[a-zA-Z]\w*)*$/
/** Of a type, or of a document: it stands between quotes. */
const WORD = /^[\w.-]+$/

declare const isChecked: unique symbol
/** Part of a query. What is not one, a value above all, does not get into a query: it is a parameter. */
export type Groq = string & {readonly [isChecked]: true}

/**
 * A query, or a part of one, of parts that were checked.
 *
 * @example groq`*[_type == ${quoted('member')} && ${named('mail')} == $email]`
 */
export function groq(texts: TemplateStringsArray, ...parts: readonly Groq[]): Groq {
  return part(String.raw({raw: texts}, ...parts))
}

/** A field's name in a query, dotted where it lies in an object. */
export function named(name: string): Groq {
  if (!NAME.test(name)) throw new Error(`«${name}» is no name of a field`)
  return part(name)
}

/** The name of a type or the id of a document, in quotes. */
export function quoted(word: string): Groq {
  if (!WORD.test(word)) throw new Error(`«${word}» is no name of a type, and no id`)
  return part(`"${word}"`)
}

/** Parts in a row. */
export function joined(parts: readonly Groq[], between: Groq): Groq {
  return part(parts.join(between))
}

/** What a school does not have is nothing. */
export function orNull(name: Groq | null): Groq {
  return name ?? part('null')
}

/** Where the brand is made: of texts in this folder, and of names that were checked. */
function part(text: string): Groq {
  if (isPart(text)) return text
  throw new Error('a query escapes nothing and says nothing twice')
}

function isPart(text: string): text is Groq {
  return !/[\\;`]/.test(text)
}
