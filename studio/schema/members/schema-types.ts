import type {SchemaTypeDefinition} from 'sanity'
import {danceSchool} from './dance-school.ts'
import {lesson} from './lesson.ts'
import {member} from './member.ts'
import {membership} from './membership.ts'
import {product} from './product.ts'

/** The same schools as another house would keep them: other types, other names, other words. */
export const memberTypes: SchemaTypeDefinition[] = [danceSchool, member, product, membership, lesson]
