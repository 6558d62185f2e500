import type {Tool} from 'sanity'
import type {PassesOptions} from '../options.ts'
import {SchemaGate} from './parts/SchemaGate.tsx'
import {ToolFrame} from './ToolFrame.tsx'

/** The whole tool. Everything below it has the function, the lake and the chosen school. */
export function PassesTool({tool}: {tool: Tool<PassesOptions>}) {
  if (!tool.options) throw new Error('the tool «passes» was added without its options')
  return (
    <SchemaGate options={tool.options}>
      <ToolFrame title={tool.title} />
    </SchemaGate>
  )
}
