const CSS = `@media (forced-colors: active) {
  [id^='passes-']:focus-visible, [id^='passes-'] :focus-visible {
    outline: 2px solid Highlight !important;
    outline-offset: -2px;
  }
}`

/** Where somebody has colours of their own, a browser draws no shadows, and the Studio's ring around what has the focus is one. */
export function FocusRing() {
  return (
    <style href="passes-focus" precedence="medium">
      {CSS}
    </style>
  )
}
