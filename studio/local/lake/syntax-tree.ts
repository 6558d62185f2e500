import {isRecord} from './lake-document.ts'

/** A node of groq-js's syntax tree, read as data: the package's own node types don't resolve. */
export type SyntaxNode = {type: string; [field: string]: unknown}

export function isNode(value: unknown): value is SyntaxNode {
  return isRecord(value) && typeof value['type'] === 'string'
}

/** A copy of the tree in which `change` has replaced nodes, parents first. */
export function mapTree(value: unknown, change: (node: SyntaxNode) => SyntaxNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => mapTree(item, change))
  if (!isRecord(value)) return value
  if (isNode(value)) {
    if (value.type === 'Value') return value
    const changed = change(value)
    if (changed) return changed
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTree(item, change)]))
}

/** The constant that a node stands for, when it is one: a value, a parameter, a list of them. */
export function constantOf(value: unknown): {value: unknown} | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'Value') return {value: value['value']}
  if (value.type === 'Group') return constantOf(value['base'])
  if (value.type !== 'Array' || !Array.isArray(value['elements'])) return undefined
  const items = value['elements'].map((element: unknown) =>
    isRecord(element) && element['isSplat'] !== true ? constantOf(element['value']) : undefined,
  )
  return items.every((item) => item !== undefined) ? {value: items.map((item) => item.value)} : undefined
}

/** Whether the node is the plain attribute `name` of the document itself. */
export function isOwnAttribute(value: unknown, name: string): boolean {
  return (
    isNode(value) &&
    value.type === 'AccessAttribute' &&
    value['name'] === name &&
    (value['base'] === undefined || (isNode(value['base']) && value['base'].type === 'This'))
  )
}
