import type {StoredDocument} from './lake-document.ts'
import {constantOf, isNode, isOwnAttribute, mapTree, type SyntaxNode} from './syntax-tree.ts'
import type {View} from './view.ts'

/**
 * Replaces `*` in `*[…]` by the documents that an index offers for its filter. The filter itself stays,
 * so an index may offer too many, never too few.
 */
export function narrow(tree: unknown, view: View): unknown {
  return mapTree(tree, (node) => {
    if (node.type !== 'Filter' || !isNode(node['base']) || node['base'].type !== 'Everything')
      return undefined
    const offered = candidates(node['expr'], view)
    if (!offered) return undefined
    return {
      type: 'Filter',
      base: {type: 'Value', value: [...offered.values()]},
      expr: narrow(node['expr'], view),
    }
  })
}

type Offer = Map<string, StoredDocument>

function candidates(expression: unknown, view: View): Offer | undefined {
  if (!isNode(expression)) return undefined
  switch (expression.type) {
    case 'Group':
      return candidates(expression['base'], view)
    case 'And':
      return ofBoth(expression, view)
    case 'Or': {
      const left = candidates(expression['left'], view)
      const right = left && candidates(expression['right'], view)
      return left && right ? new Map([...left, ...right]) : undefined
    }
    case 'OpCall':
      return ofComparison(expression, view)
    case 'FuncCall':
      return ofFunction(expression, view)
    default:
      return undefined
  }
}

const MANY = 1_000

function ofBoth({left, right}: SyntaxNode, view: View): Offer | undefined {
  // A type has many documents: it is only asked for where nothing else narrows, or not by much.
  const [first, second] = isTypeTest(left) ? [right, left] : [left, right]
  const one = candidates(first, view)
  if (one && one.size < (isTypeTest(second) ? MANY : 2)) return one
  const other = candidates(second, view)
  if (!one || !other) return one ?? other
  return one.size <= other.size ? one : other
}

function isTypeTest(value: unknown): boolean {
  if (!isNode(value) || value.type !== 'OpCall' || value['op'] !== '==') return false
  return isOwnAttribute(value['left'], '_type') || isOwnAttribute(value['right'], '_type')
}

function ofFunction({namespace, name, args}: SyntaxNode, view: View): Offer | undefined {
  if (namespace === 'global' && name === 'defined' && Array.isArray(args)) {
    const field = ownTextField(args[0])
    return field === undefined ? undefined : toOffer([...view.having(field)])
  }
  const ids = Array.isArray(args) ? args.map((argument) => stringsOf(argument)) : []
  if (!ids.every((list) => list !== undefined)) return undefined
  switch (`${String(namespace)}::${String(name)}`) {
    case 'global::references':
      return referring(ids.flat(), view)
    case 'sanity::versionOf':
      return toOffer(ids.flat().flatMap((id) => Array.from(view.versionsOf(id))))
    default:
      return undefined
  }
}

function ofComparison(node: SyntaxNode, view: View): Offer | undefined {
  const {op, left, right} = node
  if (op === '==') return ofValues(left, stringsOf(right), view) ?? ofValues(right, stringsOf(left), view)
  if (op !== 'in') return undefined
  const list = constantOf(right)
  if (list) return ofList(left, list.value, view)
  const prefix = isOwnAttribute(left, '_id') ? prefixOfPath(right) : undefined
  if (prefix !== undefined) return toOffer(view.all().filter(({_id}) => _id.startsWith(prefix)))
  const ids = stringsOf(left)
  return ids && isReferenceList(right) ? referring(ids, view) : undefined
}

/** `path("drafts.**")`: the ids that begin with `drafts.` */
function prefixOfPath(value: unknown): string | undefined {
  if (!isNode(value) || value.type !== 'FuncCall' || value['name'] !== 'path') return undefined
  const [pattern] = Array.isArray(value['args']) ? (stringsOf(value['args'][0]) ?? []) : []
  return pattern?.endsWith('.**') === true && !pattern.slice(0, -2).includes('*')
    ? pattern.slice(0, -2)
    : undefined
}

function ofList(attribute: unknown, list: unknown, view: View): Offer | undefined {
  if (!Array.isArray(list)) return undefined
  const texts = strings(list)
  // A field may hold what is no text: the texts among the values would then offer too few.
  const isWhole = texts.length === list.length
  const isOfTexts = isOwnAttribute(attribute, '_id') || isOwnAttribute(attribute, '_type')
  return isWhole || isOfTexts || isReference(attribute) ? ofValues(attribute, texts, view) : undefined
}

function ofValues(attribute: unknown, values: string[] | undefined, view: View): Offer | undefined {
  if (!values) return undefined
  if (isOwnAttribute(attribute, '_id')) {
    return toOffer(values.flatMap((id) => view.get(id) ?? []))
  }
  if (isOwnAttribute(attribute, '_type')) {
    return toOffer(values.flatMap((type) => [...view.ofType(type)]))
  }
  if (isReference(attribute)) return referring(values, view)
  const name = ownTextField(attribute)
  return name === undefined ? undefined : toOffer(values.flatMap((text) => [...view.withText(name, text)]))
}

/** A field of the document itself, but for those that a view may show differently than they are stored. */
function ownTextField(value: unknown): string | undefined {
  if (!isNode(value) || typeof value['name'] !== 'string') return undefined
  const {name} = value
  return !name.startsWith('_') && isOwnAttribute(value, name) ? name : undefined
}

/** `user._ref`, `a.b._ref`: a reference that lies in the document itself, not behind an arrow. */
function isReference(value: unknown): boolean {
  if (!isNode(value) || value.type !== 'AccessAttribute' || value['name'] !== '_ref') return false
  return isNode(value['base']) && isOwnPath(value['base'])
}

/** `bookings[].student._ref` */
function isReferenceList(value: unknown): boolean {
  if (!isNode(value) || (value.type !== 'Map' && value.type !== 'FlatMap')) return false
  const expression = value['expr']
  return (
    isNode(value['base']) &&
    isOwnPath(value['base']) &&
    isNode(expression) &&
    expression.type === 'AccessAttribute' &&
    expression['name'] === '_ref' &&
    (expression['base'] === undefined || (isNode(expression['base']) && isOwnPath(expression['base'])))
  )
}

function isOwnPath(node: SyntaxNode): boolean {
  if (node.type === 'This') return true
  if (!['AccessAttribute', 'ArrayCoerce', 'AccessElement', 'Group'].includes(node.type)) return false
  return node['base'] === undefined || (isNode(node['base']) && isOwnPath(node['base']))
}

function stringsOf(value: unknown): string[] | undefined {
  const constant = constantOf(value)
  if (!constant) return undefined
  if (Array.isArray(constant.value)) return strings(constant.value)
  return typeof constant.value === 'string' ? [constant.value] : undefined
}

function strings(values: unknown[]): string[] {
  return values.filter((value) => typeof value === 'string')
}

function referring(ids: string[], view: View): Offer {
  return toOffer(ids.flatMap((id) => [...view.referring(id)]))
}

function toOffer(documents: StoredDocument[]): Offer {
  return new Map(documents.map((document) => [document._id, document]))
}
