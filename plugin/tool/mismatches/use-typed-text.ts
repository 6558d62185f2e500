import {startTransition, useEffect, useState} from 'react'

/** How long the typing has to rest before the address says what was typed. */
const REST_MS = 300

export type TypedText = {
  /** What was typed, for whatever is slow to follow it. */
  text: string
  /** Belongs on the field, which keeps what is typed into it to itself: another key is another beginning. */
  field: {key: number; defaultValue: string; onText: (text: string) => void}
  /** Puts another text into the field. */
  put: (text: string) => void
  /** The address is told it along with something else: it need not be told again when the typing rests. */
  settle: () => void
}

/**
 * A text that is typed, shown at once and said by the address when the typing rests: a letter costs one writing to the
 * page, and none to the Studio around it.
 *
 * @param said what the address says
 * @param say writes it there
 */
export function useTypedText(said: string, say: (text: string) => void): TypedText {
  const [text, setText] = useState(said)
  const [heard, setHeard] = useState(said)
  const [key, setKey] = useState(0)
  const put = (next: string) => {
    setText(next)
    setHeard(next)
    setKey(key + 1)
  }
  // Somebody went back, or followed a link: what the address says is not what was said to it from here.
  const [known, setKnown] = useState(said)
  if (known !== said) {
    setKnown(said)
    if (said !== heard) put(said)
  }
  useEffect(() => {
    if (text === heard) return undefined
    const resting = setTimeout(() => {
      setHeard(text)
      say(text)
    }, REST_MS)
    return () => clearTimeout(resting)
  }, [text, heard, say])
  return {
    text,
    field: {key, defaultValue: text, onText: (next) => startTransition(() => setText(next))},
    put,
    settle: () => setHeard(text),
  }
}
