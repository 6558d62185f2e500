import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {demoWorkspace} from './studio/demo-workspace.ts'
import {schemaTypes} from './studio/schema/schema-types.ts'
import {structure} from './studio/structure.ts'

const projectId = process.env['SANITY_STUDIO_PROJECT_ID']
const dataset = process.env['SANITY_STUDIO_DATASET']

// Named, `npm run dev` opens a real project; else this is the demo school of `npm start`.
export default defineConfig({
  title: 'Dance schools',
  ...(projectId && dataset ? {projectId, dataset} : demoWorkspace()),
  auth: {loginMethod: 'token'},
  plugins: [structureTool({structure})],
  schema: {types: schemaTypes},
})
