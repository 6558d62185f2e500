import type {SanityClient} from 'sanity'
import type {StudioSchema} from '../core/documents/studio-schema.ts'
import {createResource, type Resource} from '../live/resource.ts'

/** The lake as this Studio reads it. */
export type StudioLake = {client: SanityClient; schema: StudioSchema}

/**
 * What is read of one document in the lake, once for everybody who asks: a badge's answer is there when its inspector
 * is opened.
 *
 * @example const schoolsOf = lakeResource(studentSchools); schoolsOf({client, schema}, 'user-ada').getSnapshot()
 */
export function lakeResource<Value>(
  read: (lake: StudioLake, id: string) => Promise<Value>,
): (lake: StudioLake, id: string) => Resource<Value> {
  const known = new WeakMap<SanityClient, Map<string, Resource<Value>>>()
  return (lake, id) => {
    const {client, schema} = lake
    const ofClient = known.get(client) ?? new Map<string, Resource<Value>>()
    known.set(client, ofClient)
    const key = JSON.stringify([schema.fingerprint, id])
    const kept = ofClient.get(key)
    // One that failed is asked anew, not told again.
    const resource =
      kept === undefined || kept.getSnapshot().state === 'failed'
        ? createResource(() => read(lake, id))
        : kept
    ofClient.set(key, resource)
    return resource
  }
}
