import {Box, Button, Dialog} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {FactLines} from '../parts/FactLines.tsx'
import {ReturnFocus} from '../parts/ReturnFocus.tsx'
import {isTyping} from '../parts/is-typing.ts'

const KEYS = ['move', 'ends', 'open', 'repair', 'note', 'select', 'range', 'undo', 'tell', 'help'] as const

/** What the keyboard can do in the list: in one line below it, and whole when somebody asks with `?`. */
export function KeyHint({text}: {text: FirstText}) {
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      setIsOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Box flex="none" paddingX={[2, 2, 3]} paddingY={1} display={['none', 'none', 'block']}>
      <Button
        mode="bleed"
        fontSize={0}
        padding={2}
        text={text('mismatches.keys')}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? (
        <Dialog
          id="passes-keys"
          header={text('keys.title')}
          width={1}
          onClose={() => setIsOpen(false)}
          onClickOutside={() => setIsOpen(false)}
        >
          <Box padding={4}>
            <FactLines
              lines={KEYS.map((name) => ({label: text(`keys.${name}.key`), value: text(`keys.${name}`)}))}
            />
            <ReturnFocus />
          </Box>
        </Dialog>
      ) : null}
    </Box>
  )
}
