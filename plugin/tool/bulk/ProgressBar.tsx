/**
 * How much of a number of rows is done, as a bar; the words stand beside it. A browser’s own bar is grey all along in a
 * Studio, as if everything was done: it is there to be read aloud, and what is seen is a border, also with colours of
 * one’s own.
 */
export function ProgressBar({done, of, label}: {done: number; of: number; label: string}) {
  return (
    <div
      style={{
        position: 'relative',
        border: '1px solid var(--card-border-color)',
        borderRadius: 4,
        overflow: 'hidden',
      }}
    >
      <progress
        aria-label={label}
        max={of}
        value={done}
        style={{position: 'absolute', inset: 0, width: '100%', height: '100%', opacity: 0}}
      />
      <div
        style={{
          width: `${(100 * done) / Math.max(of, 1)}%`,
          borderTop: '6px solid var(--card-muted-fg-color)',
        }}
      />
    </div>
  )
}
