import {type ReactNode} from 'react'
import {useClient} from 'sanity'
import type {PassesOptions} from '../options.ts'
import type {StudioSchema} from '../core/documents/studio-schema.ts'
import {PassesContext} from './passes-context.ts'
import {passesSession} from './passes-session.ts'

const CLIENT = {apiVersion: '2025-02-19'}

/** Gives every hook of the plugin below it the function and the lake of this Studio. */
export function PassesProvider({
  options,
  schema,
  children,
}: {
  options: PassesOptions
  schema: StudioSchema
  children: ReactNode
}) {
  const client = useClient(CLIENT)
  return <PassesContext value={passesSession(client, options, schema)}>{children}</PassesContext>
}
