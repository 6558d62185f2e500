import {getTheme_v2, type Theme} from '@sanity/ui/theme'
import {css, styled} from 'styled-components'

/** The card that is a row, and the part of it that opens it: the same for every one. */
export const ROW = {border: true, radius: 3, overflow: 'hidden'} as const
export const ROW_BUTTON = {className: 'row-open', flex: 1, padding: 3, radius: 3, tone: 'inherit'} as const

/**
 * How rows and everything in them are laid out, by one style around all of them. The Studio's own `Flex` and `Text` look
 * the same, but each of them works out its style wherever it stands: twenty in a row, for every row that scrolls by.
 */
export const RowLook = styled.div<{theme: Theme}>(({theme}) => [
  layout(theme),
  places(theme),
  roomier(theme),
  lines(theme),
])

function layout(theme: Theme) {
  const {space} = getTheme_v2(theme)
  const [small, little, some] = [space[1], space[2], space[3]].map(rem)
  return css`
    display: contents;

    .row {
      padding-bottom: ${little};
    }
    .row-open.row-open {
      min-width: 0;
      border: 0;
      font: inherit;
      text-align: left;
      cursor: pointer;
    }
    .row-money {
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    .row-line,
    .row-stack {
      display: flex;
      min-width: 0;
    }
    .row-stack {
      flex-direction: column;
    }
    .row-whole,
    .row-said {
      flex: 1;
    }
    .row-summary,
    .row-said,
    .row-cells,
    .row-pass {
      gap: ${some};
    }
    .row-cell,
    .row-verdict,
    .row-sure,
    .row-remark {
      gap: ${little};
    }
    .row-summary,
    .row-pass,
    .row-verdict,
    .row-sure {
      align-items: center;
    }
    .row-pass {
      flex: 6;
    }
    .row-verdict {
      flex: 3;
      flex-wrap: wrap;
    }
    .row-sure {
      padding: 0 ${small};
    }
    .row-joint {
      flex: none;
      line-height: 0;
    }
    .row-verb {
      min-width: 13.5rem;
      padding: 0 ${some} ${some};
    }
    .row-verb:empty {
      display: none;
    }
  `
}

/** What a whole row has before its words: the box to pick it, the chevron and the room around them; less the border. */
const BEFORE_WORDS = 'calc(4.375rem - 1px)'

/** Where each row stands, and what is seen of one that rushes by: its frame, and its first lines where they will be. */
function places(theme: Theme) {
  const {media, radius, space} = getTheme_v2(theme)
  const [little, some] = [space[2], space[3]].map(rem)
  return css`
    .row-place {
      position: absolute;
      left: 0;
      width: 100%;
    }
    .row-glimpse {
      display: flex;
      box-sizing: border-box;
      height: calc(100% - ${little});
      padding: ${some} ${some} 0 ${BEFORE_WORDS};
      border: 1px solid var(--card-border-color);
      border-radius: ${rem(radius[3])};
      overflow: clip;
    }
    @media screen and (min-width: ${media[1]}px) {
      .row-glimpse {
        align-items: center;
        padding-bottom: ${some};
      }
    }
  `
}

/** Side by side what a narrow window has below each other. */
function roomier(theme: Theme) {
  const {media} = getTheme_v2(theme)
  return css`
    @media screen and (min-width: ${media[1]}px) {
      .row-cells {
        flex-direction: row;
        align-items: center;
      }
      .row-verdict {
        flex-direction: column;
        align-items: flex-start;
      }
    }
    @media screen and (min-width: ${media[2]}px) {
      .row-whole {
        flex-direction: row;
        align-items: center;
      }
      .row-verb,
      .row-verb:empty {
        display: block;
        flex: none;
        padding-bottom: 0;
      }
    }
  `
}

/** A line of small text, as the Studio draws one: as high as its letters are. */
function lines(theme: Theme) {
  const {family, sizes, weights} = getTheme_v2(theme).font.text
  const [, size] = sizes
  if (size === undefined) return null
  const {ascenderHeight, descenderHeight, fontSize, iconSize, letterSpacing, lineHeight} = size
  const around = ascenderHeight + descenderHeight
  return css`
    .row-text {
      display: block;
      padding: 1px 0;
      color: var(--card-fg-color);
      font: ${weights.regular} ${rem(fontSize)} / calc(${lineHeight} / ${fontSize}) ${family};
      letter-spacing: ${rem(letterSpacing)};
      transform: translateY(${rem(descenderHeight)});
    }
    .row-text::before,
    .row-text::after {
      display: block;
      height: 0;
      content: '';
    }
    .row-text::before {
      margin-top: calc(${rem(-around)} - 1px);
    }
    .row-text::after {
      margin-bottom: -1px;
    }
    .row-text > span {
      display: block;
    }
    .row-cell > .row-text > span {
      overflow: clip;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .row-strong {
      font-weight: ${weights.medium};
    }
    .row-muted {
      color: var(--card-muted-fg-color);
    }
    .row-text [data-sanity-icon] {
      margin: ${rem((lineHeight - around - iconSize) / 2)};
      color: var(--card-icon-color);
      font-size: calc(${iconSize} / 16 * 1rem);
      vertical-align: baseline;
    }
    .row-text [data-sanity-icon] path {
      vector-effect: non-scaling-stroke !important;
    }
  `
}

function rem(pixels = 0): string {
  return `${pixels / 16}rem`
}
