import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {stripePasses} from './plugin/index.ts'
import {demoWorkspace} from './studio/demo-workspace.ts'
import {schemaTypes} from './studio/schema/schema-types.ts'
import {structure} from './studio/structure.ts'

const projectId = process.env['SANITY_STUDIO_PROJECT_ID']
const dataset = process.env['SANITY_STUDIO_DATASET'] || 'production'
const endpoint = process.env['SANITY_STUDIO_PASSES_ENDPOINT']

// With a project named (see README) this is its Studio, without one the demo school of `npm start`.
export default defineConfig({
  title: 'Dance schools',
  ...(projectId ? {projectId, dataset} : demoWorkspace()),
  auth: {loginMethod: 'token'},
  plugins: [
    structureTool({structure}),
    stripePasses(projectId ? {endpoint} : {endpoint: '/api', shop: '/shop'}),
  ],
  schema: {types: schemaTypes},
})
