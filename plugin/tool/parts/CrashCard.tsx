import {Box} from '@sanity/ui'
import {Component, type ReactNode} from 'react'
import {Fault} from '../../core/contract/fault.ts'
import {FaultCard} from './FaultCard.tsx'

/** A bug in one screen stays in that screen, and says so. */
export class CrashCard extends Component<{children: ReactNode}, {error: unknown}> {
  override state: {error: unknown} = {error: null}

  static getDerivedStateFromError(error: unknown): {error: unknown} {
    return {error}
  }

  override render(): ReactNode {
    const {error} = this.state
    if (error === null) return this.props.children
    const message = error instanceof Error ? error.message : 'something was thrown that is not an error'
    return (
      <Box padding={[3, 4, 5]}>
        <FaultCard
          fault={new Fault('internal', message, {in: 'browser'})}
          onRetry={() => this.setState({error: null})}
        />
      </Box>
    )
  }
}
