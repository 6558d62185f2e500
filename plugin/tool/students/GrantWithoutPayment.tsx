import {Box, Button, Dialog, Flex, Select, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useText} from '../../i18n/use-text.ts'
import type {FullWording} from '../parts/use-full-wording.ts'
import {ReasonField} from '../parts/ReasonField.tsx'
import type {FactsIndex} from '../../engine/facts-index.ts'
import {useNow} from '../parts/use-now.ts'
import type {Repairing} from '../parts/use-repair-flow.ts'
import {ReturnFocus} from '../parts/ReturnFocus.tsx'
import {giftRequest, passesToGive, type Gift} from './gift.ts'
import {passLabel} from '../parts/pass-label.ts'

type GrantWithoutPaymentProps = {
  student: string
  index: FactsIndex
  wording: FullWording
  repairing: Repairing
}

/** Gives a student a pass that nobody paid for: which one and why, then the preview like every repair. */
export function GrantWithoutPayment({student, index, wording, repairing}: GrantWithoutPaymentProps) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  const name = index.students.get(student)?.name?.trim() || text('entry.nobody')
  const ask = (gift: Gift) => {
    setIsOpen(false)
    const {entry, request} = giftRequest(gift)
    repairing.ask(entry, request)
  }
  return (
    <Box>
      <Button
        mode="ghost"
        fontSize={1}
        padding={3}
        text={text('students.gift')}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? (
        <Dialog
          id="passes-gift"
          header={text('students.gift.title', {student: name})}
          width={1}
          onClose={() => setIsOpen(false)}
          onClickOutside={() => setIsOpen(false)}
        >
          <Box padding={4}>
            <GiftForm
              student={student}
              index={index}
              wording={wording}
              onGift={ask}
              onCancel={() => setIsOpen(false)}
            />
            <ReturnFocus />
          </Box>
        </Dialog>
      ) : null}
    </Box>
  )
}

type GiftFormProps = Omit<GrantWithoutPaymentProps, 'repairing'> & {
  onGift: (gift: Gift) => void
  onCancel: () => void
}

function GiftForm({student, index, wording, onGift, onCancel}: GiftFormProps) {
  const text = useText()
  const now = useNow()
  // Made once for this form: asked for twice, it is still one pass.
  const [request] = useState(() => crypto.randomUUID())
  const [pass, setPass] = useState('')
  const [reason, setReason] = useState('')
  const passes = passesToGive([...index.passes.values()], index.school.id, now)
  const isReady = pass !== '' && reason.trim() !== ''
  if (passes.length === 0) return <Text size={1}>{text('students.gift.none')}</Text>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onGift({request, student, pass, reason: reason.trim()})
      }}
    >
      <Stack gap={4}>
        <Stack as="label" gap={3}>
          <Text size={1} weight="medium">
            {text('students.gift.pass')}
          </Text>
          <Select
            fontSize={1}
            padding={3}
            value={pass}
            onChange={(event) => setPass(event.currentTarget.value)}
          >
            <option value="">{text('students.gift.choose')}</option>
            {passes.map((one) => (
              <option key={one.id} value={one.id}>
                {passLabel(one, wording)}
              </option>
            ))}
          </Select>
        </Stack>
        <ReasonField reason={reason} onReason={setReason} />
        <Text size={1} muted>
          {text('students.gift.hint')}
        </Text>
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" fontSize={1} text={text('repair.cancel')} onClick={onCancel} />
          <Button type="submit" fontSize={1} text={text('repair.next')} disabled={!isReady} />
        </Flex>
      </Stack>
    </form>
  )
}
