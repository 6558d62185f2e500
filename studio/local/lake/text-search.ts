import {Path} from 'groq-js'
import {isRecord, type StoredDocument} from './lake-document.ts'
import {constantOf, isNode, mapTree, type SyntaxNode} from './syntax-tree.ts'

type Terms = {required: string[]; excluded: string[]}

/**
 * groq-js parses `x match text::query("ada love*")` but doesn't run it. A field is matched with the
 * ordinary `match`; the whole document (`@`), by looking for the ids of the documents whose text matches.
 */
export function rewriteTextSearch(tree: unknown, documents: () => readonly StoredDocument[]): unknown {
  return mapTree(tree, (node) => {
    // The Studio lists documents as a search for everything: nothing else has to be asked then.
    if (node.type === 'Or' && isSearchForEverything(node['left'])) return always
    if (node.type !== 'OpCall' || node['op'] !== 'match') return undefined
    const query = textQuery(node['right'])
    if (query === undefined) return undefined
    const terms = termsOf(query)
    if (terms.required.length + terms.excluded.length === 0) return always
    return isWholeDocument(node['left'])
      ? inIds(documents().filter((document) => matches(textOf(document), terms)))
      : fieldMatch(node['left'], terms)
  })
}

const always: SyntaxNode = {type: 'Value', value: true}

function isSearchForEverything(node: unknown): boolean {
  if (!isNode(node) || node.type !== 'OpCall' || node['op'] !== 'match') return false
  const query = textQuery(node['right'])
  if (query === undefined) return false
  const {required, excluded} = termsOf(query)
  return required.length + excluded.length === 0
}

/** A `path` in groq-js is whatever has `matches`: a set of ids answers at once, a list would be walked. */
class IdSet extends Path {
  readonly ids: Set<string>

  constructor(ids: Set<string>) {
    super('**')
    this.ids = ids
  }

  matches(id: string): boolean {
    return this.ids.has(id)
  }
}

function textQuery(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'FuncCall' || node['namespace'] !== 'text') return undefined
  const args = node['args']
  const constant = Array.isArray(args) ? constantOf(args[0]) : undefined
  return typeof constant?.value === 'string' ? constant.value : ''
}

function isWholeDocument(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'This') return true
  if (node.type !== 'Array' || !Array.isArray(node['elements'])) return false
  return node['elements'].some((element) => isRecord(element) && isWholeDocument(element['value']))
}

function inIds(documents: StoredDocument[]): SyntaxNode {
  return {
    type: 'OpCall',
    op: 'in',
    left: {type: 'AccessAttribute', name: '_id'},
    right: {type: 'Value', value: new IdSet(new Set(documents.map((document) => document._id)))},
  }
}

function fieldMatch(field: unknown, {required, excluded}: Terms): SyntaxNode {
  const match = (term: string): SyntaxNode => ({
    type: 'OpCall',
    op: 'match',
    left: field,
    right: {type: 'Value', value: term},
  })
  const parts = [
    ...required.map(match),
    ...excluded.map((term): SyntaxNode => ({type: 'Not', base: match(term)})),
  ]
  return parts.reduce((left, right): SyntaxNode => ({type: 'And', left, right}), always)
}

/** `-word` excludes, `"two words"` stay together, `word*` is a beginning; `*` alone is everything. */
function termsOf(query: string): Terms {
  const terms: Terms = {required: [], excluded: []}
  for (const token of query.match(/-?"[^"]*"|\S+/g) ?? []) {
    const excluded = token.startsWith('-') && token.length > 1
    const term = (excluded ? token.slice(1) : token).replace(/^"|"$/g, '')
    if (/^\**$/.test(term)) continue
    if (excluded) terms.excluded.push(term)
    else terms.required.push(term)
  }
  return terms
}

const texts = new WeakMap<StoredDocument, string[]>()

/** The words of a document, lower case, read once a revision. */
function textOf(document: StoredDocument): string[] {
  const known = texts.get(document)
  if (known) return known
  const words = wordsOf(strings(document).join(' '))
  words.push(document._id.toLowerCase())
  texts.set(document, words)
  return words
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, item]) => (key === '_rev' ? [] : strings(item)))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function matches(words: string[], {required, excluded}: Terms): boolean {
  return required.every((term) => has(words, term)) && !excluded.some((term) => has(words, term))
}

/** A term may itself be several words (`ada@example.com`, a phrase): they must stand side by side. */
function has(words: string[], term: string): boolean {
  const lower = term.toLowerCase()
  const beginning = lower.endsWith('*')
  if (words.at(-1) === lower.replace(/\*$/, '')) return true
  const wanted = wordsOf(lower)
  if (wanted.length === 0) return true
  return words.some((_, start) =>
    wanted.every((word, offset) => {
      const found = words[start + offset]
      if (found === undefined) return false
      return beginning && offset === wanted.length - 1 ? found.startsWith(word) : found === word
    }),
  )
}
