import { describe, expect, it } from 'vitest'
import { shown, shownName } from '../../scripts/command/shown.ts'
import { createCorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from './run-script.ts'

describe('shown', () => {
  it('spells out what a terminal would obey and leaves words and lines', () => {
    expect(shown('a\u001b[2Jb\r\u009b31m\u202ec\nد‌ت\t')).toBe(
      'a\\u001b[2Jb\\u000d\\u009b31m\\u202ec\nد‌ت\t',
    )
    expect(shownName('a\nRefused b')).toBe('a\\u000aRefused b')
  })

  it(
    'is how commands tell the names of files, to people and to programs',
    { timeout: 120_000 },
    async () => {
      const corpus = createCorpusFolder()
      try {
        corpus.write('good.md', '# السوق\n\nفتحت السوق أبوابها مساء الخميس.\n')
        corpus.write('x\u001b]0;owned\u0007\n\u009b2Jy.txt', '')
        const args = ['--articles', corpus.folder, '--db', corpus.database]
        const { stderr, stdout } = await runScript('reindex', [...args, '--json'])
        // oxlint-disable-next-line no-control-regex -- these are what must not come through
        expect(stderr + stdout).not.toMatch(/[\u001b\u0007\u009b]/u)
        expect(stderr).toContain('x\\u001b]0;owned\\u0007\\u000a\\u009b2Jy.txt: empty')
        expect(JSON.parse(stdout).refused[0].path).toContain('x\u001b]0;owned\u0007\n\u009b2Jy.txt')
      } finally {
        corpus.destroy()
      }
    },
  )
})
