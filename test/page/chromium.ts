/** A real browser, where one is found: CHROMIUM_PATH, else Debian's. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Why there is none; null when there is one. */
export const noChromium = existsSync(path)
  ? null
  : `no Chromium at ${path}: install one or set CHROMIUM_PATH`

export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}
