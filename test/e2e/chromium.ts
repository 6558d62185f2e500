import {existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {type Browser, chromium as playwright} from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

// In a container there is no sandbox to have, and nothing may ring home behind a test.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * A real Chromium: the one that `CHROME_PATH` names, one that is installed, or the one that an npm package
 * carries, so that no machine has to skip these tests.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = installedChrome()
  if (installed !== null) return playwright.launch({executablePath: installed, args: ARGUMENTS})
  if (process.platform !== 'linux') throw new Error('No Chrome found: install one, or name it in CHROME_PATH')
  // The package brings the system libraries too, but unpacks them only where it takes the machine for a serverless one.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  const {default: carried} = await import('@sparticuz/chromium')
  // Not with its own arguments, which switch off the same-origin rules.
  return playwright.launch({executablePath: await carried.executablePath(), args: ARGUMENTS})
}

function installedChrome(): string | null {
  const named = process.env['CHROME_PATH']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return (
    [...(named === undefined ? [] : [named]), ...onPath, ...ELSEWHERE].find((path) => existsSync(path)) ??
    null
  )
}
