import {Box, Button, Stack} from '@sanity/ui'
import {useEffect, useRef, useState, type ReactNode} from 'react'
import {useText} from '../../i18n/use-text.ts'

type GrowingListProps<Item> = {
  label: string
  items: readonly Item[]
  /** One `li` an item, with a key. */
  children: (item: Item) => ReactNode
}

/** What fits any screen, so that nobody waits for what is below it. */
const AT_FIRST = 10
const MORE = 40

/** A list that shows its beginning at once, and the rest as somebody comes to it. */
export function GrowingList<Item>({label, items, children}: GrowingListProps<Item>) {
  const text = useText()
  const [count, setCount] = useState(AT_FIRST)
  const end = useRef<HTMLDivElement>(null)
  const left = items.length - count
  useEffect(() => {
    const element = end.current
    if (element === null || left <= 0) return undefined
    const inSight = new IntersectionObserver((entries) => {
      if (entries.some(({isIntersecting}) => isIntersecting)) setCount(count + MORE)
    })
    inSight.observe(element)
    return () => inSight.disconnect()
  }, [count, left])
  return (
    <Stack gap={3}>
      <Stack as="ol" aria-label={label} gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {items.slice(0, count).map((item) => children(item))}
      </Stack>
      {left > 0 ? (
        <Box ref={end}>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={text('students.show_older', {count: left})}
            onClick={() => setCount(items.length)}
          />
        </Box>
      ) : null}
    </Stack>
  )
}
