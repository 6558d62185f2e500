import {defineArrayMember, defineField, defineType} from 'sanity'
import {documentTypes, type DocumentTypes} from './document-types.ts'

/**
 * What colleagues said of one entry of the list of mismatches. Written by the function only, like a record.
 * `stripePasses()` brings it along.
 *
 * @example
 * // Left out of a list of all types, in a structure of one's own
 * S.documentTypeListItems().filter((item) => item.getId() !== passRemarks.name)
 */
export const passRemarks = passRemarksOf(documentTypes())

/** The same, where the school's own types are called otherwise. */
export function passRemarksOf(types: DocumentTypes) {
  return defineType({
    name: 'passRemarks',
    type: 'document',
    title: 'Pass notes',
    readOnly: true,
    liveEdit: true,
    __experimental_omnisearch_visibility: false,
    fields: [
      defineField({name: 'about', type: 'string', title: 'About'}),
      defineField({
        name: 'school',
        type: 'reference',
        weak: true,
        to: [{type: types.school}],
        title: 'School',
      }),
      defineField({
        name: 'list',
        type: 'array',
        title: 'Notes',
        of: [
          defineArrayMember({
            type: 'object',
            fields: [
              defineField({name: 'text', type: 'string', title: 'What was said'}),
              defineField({name: 'waiting', type: 'boolean', title: 'Waiting for the student'}),
              defineField({
                name: 'by',
                type: 'object',
                title: 'Who',
                fields: [
                  defineField({name: 'id', type: 'string', title: 'Id'}),
                  defineField({name: 'name', type: 'string', title: 'Name'}),
                ],
              }),
              defineField({name: 'at', type: 'datetime', title: 'When'}),
            ],
          }),
        ],
      }),
    ],
    preview: {select: {title: 'about', subtitle: 'list.0.text'}},
  })
}
