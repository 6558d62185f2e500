import {describe, expect, it} from 'vitest'
import {importsOf, importsOfSource, sourceFiles} from '../../.config/source-files.ts'

/** Who may import whom. The first folder that holds the file decides; a name ending in `/` allows what is under it. */
const ALLOWED: Record<string, string[]> = {
  'plugin/core/contract/': ['plugin/core/contract/', 'zod/mini'],
  'plugin/core/documents/': ['plugin/core/documents/', 'plugin/core/contract/', 'zod/mini'],
  'plugin/core/message/': ['plugin/core/message/', 'plugin/core/contract/'],
  'plugin/core/reconcile/': ['plugin/core/reconcile/', 'plugin/core/contract/'],
  'plugin/core/words/': ['plugin/core/words/', 'plugin/core/contract/'],
  'plugin/studio-api.ts': ['sanity', 'sanity/', 'react'],
  'plugin/api/': ['plugin/api/', 'plugin/core/contract/', 'zod/mini'],
  'plugin/live/': ['plugin/live/', 'plugin/api/', 'plugin/core/', 'zod/mini', '@sanity/client'],
  'plugin/engine/': ['plugin/engine/', 'plugin/live/', 'plugin/api/', 'plugin/core/'],
  'plugin/i18n/': ['plugin/i18n/', 'plugin/core/', 'react', 'sanity'],
  'plugin/hooks/': [
    'plugin/hooks/',
    'plugin/engine/',
    'plugin/live/',
    'plugin/api/',
    'plugin/core/',
    'plugin/options.ts',
    'plugin/studio-api.ts',
    'react',
    'sanity',
    'sanity/',
  ],
  // Drawn by a library that no other screen loads.
  'plugin/tool/health/plots/': ['plugin/', 'react', 'sanity', '@sanity/ui', '@visx/'],
  'plugin/': [
    'plugin/',
    'react',
    'react/',
    'sanity',
    'sanity/',
    '@sanity/ui',
    '@sanity/ui/',
    '@sanity/icons/',
    'styled-components',
  ],
  'functions/stripe/': [
    'functions/stripe/',
    'functions/health-ports.ts',
    'functions/delay.ts',
    'functions/patience.ts',
    'functions/ports.ts',
    'plugin/core/',
    'stripe',
    'zod',
  ],
  'functions/lake/': [
    'functions/lake/',
    'functions/health-ports.ts',
    'functions/delay.ts',
    'functions/patience.ts',
    'functions/ports.ts',
    'plugin/core/',
    '@sanity/client',
    'zod',
  ],
  'functions/automatic/': [
    'functions/automatic/',
    'functions/handlers/',
    'functions/config.ts',
    'functions/ports.ts',
    'plugin/core/',
  ],
  'functions/sync/': [
    'functions/sync/',
    'functions/automatic/',
    'functions/handlers/',
    'functions/access/',
    'functions/alerts/',
    'functions/config.ts',
    'functions/door.ts',
    'functions/jobs/',
    'functions/ports.ts',
    'functions/request-log.ts',
    'plugin/core/',
    'zod/mini',
  ],
  'functions/jobs/': [
    'functions/jobs/',
    'functions/delay.ts',
    'plugin/core/',
    'pg-boss',
    '@electric-sql/pglite',
    'zod',
    'node:url',
  ],
  'functions/alerts/': [
    'functions/alerts/',
    'functions/handlers/',
    'functions/post-json.ts',
    'functions/sync/amend-state.ts',
    'plugin/core/',
  ],
  'functions/handlers/': [
    'functions/handlers/',
    'functions/alerts/alerter.ts',
    'functions/health-ports.ts',
    'functions/ports.ts',
    'functions/access/',
    'functions/config.ts',
    'functions/messages/',
    'functions/months-of.ts',
    'functions/sha256.ts',
    'plugin/core/',
    'hono',
    'hono/',
    'zod',
    'node:crypto',
  ],
  'functions/': [
    'functions/',
    'plugin/core/',
    'hono',
    'hono/',
    '@hono/node-server',
    'zod',
    'zod/mini',
    'node:',
  ],
  'studio/schema/': ['studio/schema/', 'sanity', '@sanity/icons/', 'react'],
  'studio/local/': [
    'studio/local/',
    'studio/demo-workspace.ts',
    'studio/members-documents.ts',
    'functions/',
    'plugin/core/',
    'node:',
    'stripe',
    '@sanity/',
    'groq-js',
    'mendoza',
    'ws',
    'zod',
    'vite',
  ],
  'studio/members-documents.ts': ['plugin/index.ts'],
  'studio/': ['studio/schema/', 'studio/structure.ts', 'sanity', 'sanity/', '@sanity/icons', 'react'],
}

function rulesOf(file: string): string[] {
  const folder = Object.keys(ALLOWED).find((prefix) => file.startsWith(prefix))
  if (folder === undefined) throw new Error(`${file} stands in a folder that the import table does not know`)
  return ALLOWED[folder] ?? []
}

function forbidden(file: string, imports = importsOf(file)): string[] {
  const rules = rulesOf(file)
  return imports
    .filter(
      ({target}) => !rules.some((rule) => (/[/:]$/.test(rule) ? target.startsWith(rule) : target === rule)),
    )
    .map(({specifier}) => `${file} imports ${specifier}`)
}

const files = ['plugin', 'functions', 'studio'].flatMap(sourceFiles)

describe('who may import whom', () => {
  it('holds for every import in plugin, functions and studio', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((file) => forbidden(file))).toEqual([])
  })

  it.each([
    ['plugin/tool/row.tsx', "import Stripe from 'stripe'"],
    ['plugin/tool/row.tsx', "import {createHandler} from '../../functions/index.ts'"],
    ['plugin/api/call.ts', "const keys = await import('node:fs')"],
    ['plugin/core/reconcile/reconcile.ts', "import {groq} from '../documents/queries.ts'"],
    ['plugin/core/contract/pass.ts', "export {useState} from 'react'"],
    ['functions/app.ts', "import {store} from '../plugin/live/store.ts'"],
    ['functions/stripe/read-sessions.ts', "import {createClient} from '@sanity/client'"],
    ['studio/schema/pass.ts', "import {stripePasses} from '../../plugin/index.ts'"],
  ])('is broken by %s with «%s»', (file, source) => {
    expect(forbidden(file, importsOfSource(file, source))).toHaveLength(1)
  })

  it('takes names that Sanity marks as beta in plugin/studio-api.ts only', () => {
    const beta = new Set([
      'defineDocumentInspector',
      'DocumentActionComponent',
      'DocumentBadgeComponent',
      'useWorkspace',
      'useGrantsStore',
      'useDocumentStore',
    ])
    const taken = sourceFiles('plugin')
      .filter((file) => file !== 'plugin/studio-api.ts')
      .flatMap((file) =>
        importsOf(file)
          .filter(({target}) => target.startsWith('sanity'))
          .flatMap(({names}) => names.filter((name) => beta.has(name)).map((name) => `${file}: ${name}`)),
      )
    expect(taken).toEqual([])
  })
})
