declare module '*?worker&inline' {
  /** A worker whose code travels as text in the module that starts it. */
  const InlineWorker: new (options?: {name?: string}) => Worker
  export default InlineWorker
}
