import type {Delivery} from '../../plugin/core/contract/delivery.ts'

/** How somebody is told that something goes wrong, and what else that takes. */
export type Alerter = {
  /** @returns whether it arrived; never throws for what the far side does. */
  post: (text: string) => Promise<boolean>
  /** Where the Studio is, for a link; null where no origin is set. */
  studio: string | null
  /** What webhooks noted of the school's events since then. */
  deliveries: (since: number) => Promise<Delivery[]>
  /** Hears of an alert that did not arrive. */
  onFailed: () => void
}
