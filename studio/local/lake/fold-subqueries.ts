import {isRecord} from './lake-document.ts'
import {mapTree} from './syntax-tree.ts'

/**
 * Runs each `in *[…]._id` whose filter asks nothing of what stands around it once, and puts its answer in its place:
 * as it stands it would be run again for every document.
 */
export function foldSubqueries(tree: unknown, run: (subquery: unknown) => unknown): unknown {
  const answers = new Map<string, unknown>()
  return mapTree(tree, (node) => {
    if (node.type !== 'OpCall' || node['op'] !== 'in' || !isIndependent(node['right'])) return undefined
    const key = JSON.stringify(node['right'])
    if (!answers.has(key)) answers.set(key, run(node['right']))
    const right = {type: 'Value', value: answers.get(key)}
    return {...node, left: foldSubqueries(node['left'], run), right}
  })
}

/** Reads the dataset, and nothing of a document around it. */
function isIndependent(value: unknown): boolean {
  return holds(value, 'Everything') && !holds(value, 'Parent')
}

function holds(value: unknown, type: string): boolean {
  if (Array.isArray(value)) return value.some((item) => holds(item, type))
  if (!isRecord(value) || value['type'] === 'Value') return false
  return value['type'] === type || Object.values(value).some((item) => holds(item, type))
}
