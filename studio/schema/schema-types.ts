import type {SchemaTypeDefinition} from 'sanity'
import {classInstance} from './class-instance.ts'
import {pass} from './pass.ts'
import {subscription} from './subscription.ts'
import {tenant} from './tenant.ts'
import {user} from './user.ts'
import {webhookLog} from './webhook-log.ts'

/** The school platform's own document types, as they are. */
export const schemaTypes: SchemaTypeDefinition[] = [
  tenant,
  user,
  pass,
  subscription,
  classInstance,
  webhookLog,
]
