import {Box, TextInput} from '@sanity/ui'

/** As tall as ten thousand rows. */
const HEIGHT = 760_000

/** A field to type into and a page to scroll, with nothing behind either. */
export function EmptyTool() {
  return (
    <Box height="fill" overflow="auto" id="empty-scroll">
      <TextInput type="search" aria-label="Nothing" />
      <div style={{height: HEIGHT}} />
    </Box>
  )
}
