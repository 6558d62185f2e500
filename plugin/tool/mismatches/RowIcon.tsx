/** A picture in a row's line, which repeats the words beside it. */
export function RowIcon({Icon, isMuted = false}: {Icon: React.ElementType; isMuted?: boolean}) {
  return (
    <span className={isMuted ? 'row-text row-muted' : 'row-text'} aria-hidden>
      <span>
        <Icon />
      </span>
    </span>
  )
}
