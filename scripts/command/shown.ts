/** Words from outside as a terminal may show them: what would move its cursor, turn the line or begin a new one is spelt out. */

// oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
const commands = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu
const breaks = /[\t\n\u2028\u2029]/gu

/** For text of several lines. */
export function shown(text: string): string {
  return text.replaceAll(commands, spelt)
}

/** For a name, which is of one line. */
export function shownName(name: string): string {
  return shown(name).replaceAll(breaks, spelt)
}

function spelt(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
