import {nbNOLocale} from '@sanity/locale-nb-no'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {passesView, stripePasses} from './plugin/index.ts'
import {demoWorkspace, isMembersPage} from './studio/demo-workspace.ts'
import {membersDocuments} from './studio/members-documents.ts'
import {membersStructure} from './studio/members-structure.ts'
import {memberTypes} from './studio/schema/members/schema-types.ts'
import {schemaTypes} from './studio/schema/schema-types.ts'
import {documentNode, structure} from './studio/structure.ts'
import {studioLanguage} from './studio/studio-language.ts'

const projectId = process.env['SANITY_STUDIO_PROJECT_ID']
const dataset = process.env['SANITY_STUDIO_DATASET'] || 'production'
const endpoint = process.env['SANITY_STUDIO_PASSES_ENDPOINT']

// The demo has the same schools once more, as another house would keep them (`npm start -- --schema members`).
const school =
  !projectId && isMembersPage()
    ? {types: memberTypes, structure: membersStructure, option: {documents: membersDocuments}}
    : {types: schemaTypes, structure, option: {}}

// With a project named (see README) this is its Studio, without one the demo school of `npm start`.
export default defineConfig({
  title: 'Dance schools',
  ...(projectId ? {projectId, dataset} : demoWorkspace()),
  auth: {loginMethod: 'token'},
  plugins: [
    nbNOLocale(),
    structureTool({structure: school.structure, defaultDocumentNode: documentNode(passesView)}),
    stripePasses(projectId ? {endpoint} : {endpoint: '/api', shop: '/shop', ...school.option}),
  ],
  schema: {types: school.types},
  i18n: {locales: studioLanguage},
})
