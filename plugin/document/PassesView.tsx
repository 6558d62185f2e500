import {Box, Container} from '@sanity/ui'
import {useTools, type Tool} from 'sanity'
import type {PassesOptions} from '../options.ts'
import {InspectedDocument} from './InspectedDocument.tsx'

/** Payments and passes in the document's own place, as wide as that is. */
export function PassesView({documentId, documentType}: {documentId: string; documentType: string}) {
  const options = optionsOf(useTools())
  if (options === null) throw new Error('passesView() needs stripePasses() among the plugins of the Studio')
  return (
    <Box height="fill" overflow="auto" padding={[3, 4]}>
      <Container width={2}>
        <InspectedDocument
          documentId={documentId}
          documentType={documentType}
          key={documentId}
          options={options}
        />
      </Container>
    </Box>
  )
}

/** How the plugin of this Studio is set up, as its tool has it: a view is told nothing but its document. */
function optionsOf(tools: readonly Tool[]): PassesOptions | null {
  const given: unknown = tools.find(({name}) => name === 'passes')?.options
  return isOptions(given) ? given : null
}

function isOptions(given: unknown): given is PassesOptions {
  return typeof given === 'object' && given !== null && 'endpoint' in given && 'badges' in given
}
