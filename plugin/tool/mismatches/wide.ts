/** From this media index on, as the Studio's theme counts widths, everything above the list stands side by side. */
export const WIDE = 2
