import {Button, Flex} from '@sanity/ui'
import {useEffect, useRef, type ReactNode} from 'react'
import type {Text} from '../../i18n/use-text.ts'
import {planned, retriable} from './many-flow.ts'
import type {Many} from './use-many.ts'

type ManyFooterProps<Item extends {key: string}> = {
  many: Many<Item>
  confirm: (count: number) => string
  text: Text
  afterwards: ReactNode
}

/** The way on from where many rows stand. */
export function ManyFooter<Item extends {key: string}>({
  many,
  confirm,
  text,
  afterwards,
}: ManyFooterProps<Item>) {
  const {flow} = many
  if (flow.step === 'closed') return null
  const isEnded = flow.step === 'ended'
  const isAnythingDone = isEnded && [...flow.outcomes.values()].some(({state}) => state === 'done')
  const ready = flow.step === 'shown' ? planned(flow).length : 0
  const failed = retriable(flow).length
  return (
    <Flex gap={2} justify="flex-end" paddingX={4} paddingY={3} wrap="wrap">
      {isAnythingDone ? afterwards : null}
      {failed > 0 ? (
        <Button fontSize={1} mode="ghost" text={text('bulk.retry', {count: failed})} onClick={many.retry} />
      ) : null}
      <Button
        mode={isEnded ? 'ghost' : 'bleed'}
        fontSize={1}
        text={text(isEnded ? 'tool.close' : 'repair.cancel')}
        onClick={many.close}
        disabled={flow.step === 'running'}
      />
      {ready > 0 ? <Confirm words={confirm(ready)} onConfirm={many.confirm} /> : null}
    </Flex>
  )
}

/** Has the focus as soon as there is something to confirm. */
function Confirm({words, onConfirm}: {words: string; onConfirm: () => void}) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return <Button ref={button} fontSize={1} text={words} onClick={onConfirm} />
}
