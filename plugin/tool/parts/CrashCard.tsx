import {Box} from '@sanity/ui'
import {Component, type ReactNode} from 'react'
import {Fault} from '../../core/contract/fault.ts'
import {FaultCard} from './FaultCard.tsx'

type CrashCardProps = {
  /** What stands around the card. */
  renderFrame?: (card: ReactNode) => ReactNode
  children: ReactNode
}

/** A bug in one screen stays in that screen, and says so. */
export class CrashCard extends Component<CrashCardProps, {error: unknown}> {
  override state: {error: unknown} = {error: null}

  static getDerivedStateFromError(error: unknown): {error: unknown} {
    return {error}
  }

  override render(): ReactNode {
    const {error} = this.state
    if (error === null) return this.props.children
    const card = (
      <Box padding={[3, 4, 5]}>
        <FaultCard fault={faultOf(error)} onRetry={() => this.setState({error: null})} />
      </Box>
    )
    return this.props.renderFrame?.(card) ?? card
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error
  const message = error instanceof Error ? error.message : 'something was thrown that is not an error'
  return new Fault('internal', message, {in: 'browser'})
}
