import {defineCliConfig} from 'sanity/cli'
import {ROOT} from '../../../.config/source-files.ts'
import {DEMO_DATASET, DEMO_PROJECT} from '../../../studio/demo-workspace.ts'

export default defineCliConfig({
  api: {projectId: DEMO_PROJECT, dataset: DEMO_DATASET},
  deployment: {autoUpdates: false},
  vite: (config) => ({
    ...config,
    // What is measured is what is published, not its sources.
    resolve: {
      ...config.resolve,
      alias: [
        ...(Array.isArray(config.resolve?.alias) ? config.resolve.alias : []),
        {find: /^.*\/plugin\/index\.ts$/, replacement: `${ROOT}/dist/index.js`},
      ],
    },
  }),
})
