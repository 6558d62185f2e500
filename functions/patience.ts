/** How long one call to a far side may take, and how long to wait before it is repeated the first time; milliseconds. */
export type Patience = {timeout: number; firstPause: number}

export const PATIENCE: Patience = {timeout: 20_000, firstPause: 250}
