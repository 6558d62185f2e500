import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {stripePasses} from '../../../plugin/index.ts'
import {demoWorkspace} from '../../../studio/demo-workspace.ts'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import {structure} from '../../../studio/structure.ts'
import {BASELINE_STUDENT, baselineInspector} from './baseline-inspector.ts'
import {EmptyTool} from './EmptyTool.tsx'

// The demo's Studio, and beside the plugin's tool one that does nothing: what Studio and browser cost by themselves.
export default defineConfig({
  ...demoWorkspace(),
  auth: {loginMethod: 'token'},
  plugins: [structureTool({structure}), stripePasses({endpoint: '/api'})],
  tools: (before) => [...before, {name: 'empty', title: 'Empty', component: EmptyTool}],
  document: {
    inspectors: (before, {documentId}) =>
      documentId === BASELINE_STUDENT
        ? before.map((inspector) => (inspector.name === 'passes' ? baselineInspector : inspector))
        : before,
  },
  schema: {types: schemaTypes},
})
