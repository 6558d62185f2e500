import {Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {HealthAnswer} from '../../../core/contract/health.ts'
import type {School} from '../../../core/contract/school.ts'
import {usePasses} from '../../../hooks/passes-context.ts'
import {usePurchase} from '../../../hooks/use-purchase.ts'
import {useText} from '../../../i18n/use-text.ts'
import {PassChoice} from './PassChoice.tsx'
import {PurchaseProgress} from './PurchaseProgress.tsx'
import {OutsideLink} from '../../parts/OutsideLink.tsx'

type TryPurchaseProps = Pick<HealthAnswer, 'live' | 'onSale'> & {school: School}

/** A purchase that somebody makes and watches, from the money to the student's own page. */
export function TryPurchase({live, onSale, school}: TryPurchaseProps) {
  const text = useText()
  const {shop} = usePasses()
  const {watched, start, clear} = usePurchase(school.id)
  const [chosen, setChosen] = useState('')
  const passes = onSale ?? []
  const begin = text(live ? 'purchase.start_live' : 'purchase.start_test')
  const isOver = watched !== null && !watched.isWatching
  const end = text(isOver ? 'purchase.again' : 'purchase.stop')
  return (
    <Stack gap={4} as="section" aria-label={text('purchase.title')}>
      <Heading as="h2" size={1}>
        {text('purchase.title')}
      </Heading>
      {watched === null ? (
        <>
          <Text size={1}>{text(live ? 'purchase.about_live' : 'purchase.about_test')}</Text>
          <PassChoice passes={passes} chosen={chosen} onChoose={setChosen} />
        </>
      ) : (
        <PurchaseProgress watched={watched} passes={passes} school={school} />
      )}
      <Flex gap={2} wrap="wrap" align="center">
        {/* One button throughout, so that whoever pressed it still stands on it. */}
        <Button
          mode={watched === null ? 'default' : 'ghost'}
          fontSize={1}
          padding={3}
          text={watched === null ? begin : end}
          onClick={() => (watched === null ? start(chosen === '' ? null : chosen) : clear())}
        />
        {shop === null ? null : (
          <OutsideLink
            href={shop.replaceAll('{school}', encodeURIComponent(school.slug ?? school.id))}
            words={text('purchase.shop')}
            padding={3}
          />
        )}
      </Flex>
      {isOver ? null : (
        <Text size={1} muted>
          {shop === null ? `${text('purchase.no_shop')} ` : ''}
          {text('purchase.limit')}
        </Text>
      )}
    </Stack>
  )
}
