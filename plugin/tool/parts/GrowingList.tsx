import {Box, Button, Stack} from '@sanity/ui'
import {useEffect, useRef, useState, type ReactNode} from 'react'
import {useText} from '../../i18n/use-text.ts'

type GrowingListProps<Item> = {
  label: string
  items: readonly Item[]
  /** One `li` an item, with a key. */
  children: (item: Item) => ReactNode
}

/** A row is much to draw: one is painted at once, then two at a time, and a key may come between. */
const AT_ONCE = 1
const EACH_TIME = 2
/** What fits any screen, so that nobody waits for what is below it. */
const AT_FIRST = 10
const MORE = 20

/** A list that shows its beginning at once, and the rest as somebody comes to it. */
export function GrowingList<Item>({label, items, children}: GrowingListProps<Item>) {
  const text = useText()
  const [wanted, setWanted] = useState(AT_FIRST)
  const [count, setCount] = useState(AT_ONCE)
  const end = useRef<HTMLDivElement>(null)
  const left = items.length - count
  const isGrowing = left > 0 && count < wanted
  useEffect(() => {
    if (!isGrowing) return undefined
    const timer = setTimeout(() => setCount(count + EACH_TIME), 0)
    return () => clearTimeout(timer)
  }, [count, isGrowing])
  useEffect(() => {
    const element = end.current
    if (element === null || isGrowing) return undefined
    const inSight = new IntersectionObserver((entries) => {
      if (entries.some(({isIntersecting}) => isIntersecting)) setWanted(count + MORE)
    })
    inSight.observe(element)
    return () => inSight.disconnect()
  }, [count, isGrowing])
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
            onClick={() => setWanted(items.length)}
          />
        </Box>
      ) : null}
    </Stack>
  )
}
