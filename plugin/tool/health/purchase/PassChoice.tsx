import {Box, Select, Stack, Text} from '@sanity/ui'
import type {HealthAnswer} from '../../../core/contract/health.ts'
import {useText} from '../../../i18n/use-text.ts'
import {soldName} from './sold-name.ts'

type PassChoiceProps = {
  passes: NonNullable<HealthAnswer['onSale']>
  /** Empty: any. */
  chosen: string
  onChoose: (pass: string) => void
}

/** Which pass somebody is going to buy. */
export function PassChoice({passes, chosen, onChoose}: PassChoiceProps) {
  const text = useText()
  return (
    <Stack gap={2} as="label" style={{maxWidth: '22rem'}}>
      <Text size={1} weight="medium">
        {text('purchase.pass')}
      </Text>
      <Box>
        <Select
          fontSize={1}
          padding={3}
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{text('purchase.any')}</option>
          {passes.map((pass) => (
            <option key={pass.id} value={pass.id}>
              {soldName(pass)}
            </option>
          ))}
        </Select>
      </Box>
    </Stack>
  )
}
