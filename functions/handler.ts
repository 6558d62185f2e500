/** Settings by their names: `process.env`, or what the host gives instead. */
export type Environment = Readonly<Record<string, string | undefined>>

/** How long the host keeps an instance running for a request; Vercel, Netlify and Workers hand it to every function. */
export type Lifetime = {
  /** Lets the work end, even when the browser has gone away. */
  waitUntil?: (work: Promise<unknown>) => void
}

/** The function, as web-standard hosts call it. It answers its own failures and never throws. */
export type Handler = {
  (request: Request, lifetime?: Lifetime): Promise<Response>
  /** What is wrong with its settings, each as a sentence. Where there is something, every request is answered with it. */
  problems?: readonly string[]
}
