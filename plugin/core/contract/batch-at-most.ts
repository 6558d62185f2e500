/** How many rows one request may carry; whoever has more sends them one request after the other. */
export const BATCH_AT_MOST = 50
