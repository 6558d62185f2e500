import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {UserIcon} from '@sanity/icons/User'

export const CONFIDENCE_ICONS = {
  certain: CheckmarkCircleIcon,
  likely: HelpCircleIcon,
  check: UserIcon,
} as const
