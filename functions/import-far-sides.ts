import {Fault} from '../plugin/core/contract/fault.ts'

/**
 * Both SDKs, which take most of a cold start: loaded when somebody is let in.
 *
 * @throws Fault `misconfigured` that names the package where one is not installed
 */
export async function importFarSides() {
  try {
    return await import('./far-sides.ts')
  } catch (error) {
    const missing = missingPackage(error)
    if (missing === null) throw error
    const command = `npm install ${missing}`
    throw new Fault(
      'misconfigured',
      `a package is not installed beside the function: ${command}`,
      {setting: command, reason: 'package_missing', package: missing},
      {cause: error},
    )
  }
}

function missingPackage(error: unknown): string | null {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  return isMissing ? (/package '([^']+)'/.exec(error.message)?.[1] ?? null) : null
}
