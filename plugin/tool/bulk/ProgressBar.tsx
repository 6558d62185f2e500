/** How much of a number of rows is done, as a bar; the words stand beside it. */
export function ProgressBar({done, of, label}: {done: number; of: number; label: string}) {
  return (
    <progress
      aria-label={label}
      max={of}
      value={done}
      style={{width: '100%', height: 8, accentColor: 'var(--card-badge-positive-icon-color, currentColor)'}}
    />
  )
}
