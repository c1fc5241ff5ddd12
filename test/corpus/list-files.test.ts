import { execFileSync } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listCorpusFiles } from '../../core/corpus/index.ts'
import { isRawiError } from '../../core/errors.ts'
import { temporaryCorpus } from './temporary-corpus.ts'

async function listed(...folders: readonly string[]) {
  return Array.fromAsync(listCorpusFiles(folders))
}

async function reasons(folder: string): Promise<string[]> {
  const items = await listed(folder)
  return items.map((item) =>
    item.kind === 'file' ? item.name : `${basename(item.path)}: ${item.reason}`,
  )
}

describe('listCorpusFiles', () => {
  it('finds every kind of file, packed or not, in subfolders and in the order of names', async () => {
    const folder = await temporaryCorpus({
      'b.md': '',
      'a.txt': '',
      'sub/deep/c.HTML': '',
      'sub/d.htm.gz': '',
      'e.json': '',
      'f.jsonl.gz': '',
      '.hidden.txt': '',
      '.git/g.txt': '',
    })
    const files = await listed(folder)
    expect(
      files.map((file) => file.kind === 'file' && [file.name, file.format, file.gzipped]),
    ).toEqual([
      ['a.txt', 'text', false],
      ['b.md', 'markdown', false],
      ['e.json', 'json', false],
      ['f.jsonl.gz', 'jsonl', true],
      ['sub/d.htm.gz', 'html', true],
      ['sub/deep/c.HTML', 'html', false],
    ])
  })

  it('pairs a file with its sidecar, the most exact name first', async () => {
    const folder = await temporaryCorpus({
      'a.txt': '',
      'a.meta.json': '{}',
      'b.html.gz': '',
      'b.html.meta.json': '{}',
      'b.meta.json': '{}',
      'c.md': '',
    })
    const files = await listed(folder)
    expect(
      files.map((file) => file.kind === 'file' && file.sidecarPath && basename(file.sidecarPath)),
    ).toEqual(['a.meta.json', 'b.html.meta.json', false, null])
  })

  it('refuses a sidecar that is no plain file of the corpus, and lists the article', async () => {
    const outside = await temporaryCorpus({ 'secret.json': '{"title":"elsewhere"}' })
    const folder = await temporaryCorpus({
      'folder.txt': '',
      'pipe.txt': '',
      'link.txt': '',
      'lost.txt': '',
      'loop.txt': '',
      'device.txt': '',
      'inside.txt': '',
      'more/common.meta.json': '{}',
      'more/common.txt': '',
    })
    await mkdir(join(folder, 'folder.meta.json'))
    execFileSync('mkfifo', [join(folder, 'pipe.meta.json')])
    await symlink(join(outside, 'secret.json'), join(folder, 'link.meta.json'))
    await symlink(join(folder, 'nowhere'), join(folder, 'lost.meta.json'))
    await symlink('loop.meta.json', join(folder, 'loop.meta.json'))
    await symlink('/dev/zero', join(folder, 'device.meta.json'))
    await symlink('more/common.meta.json', join(folder, 'inside.meta.json'))
    expect(await reasons(folder)).toEqual([
      'device.meta.json: symlink-outside',
      'device.txt',
      'folder.meta.json: not-a-file',
      'folder.txt',
      'inside.txt',
      'link.meta.json: symlink-outside',
      'link.txt',
      'loop.meta.json: symlink-loop',
      'loop.txt',
      'lost.meta.json: symlink-broken',
      'lost.txt',
      'more/common.txt',
      'pipe.meta.json: not-a-file',
      'pipe.txt',
    ])
    const files = (await listed(folder)).filter((item) => item.kind === 'file')
    const withSidecar = files.filter(({ sidecarPath }) => sidecarPath !== null)
    expect(withSidecar.map(({ name }) => name)).toEqual(['inside.txt', 'more/common.txt'])
  })

  it('names what is no article file', async () => {
    const folder = await temporaryCorpus({ 'photo.jpg': '', 'lost.meta.json': '{}', 'a.txt': '' })
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect(await reasons(folder)).toEqual([
      'a.txt',
      'lost.meta.json: sidecar-orphan',
      'photo.jpg: unsupported',
      'pipe.txt: not-a-file',
    ])
  })

  it('follows a link that stays inside and refuses the others', async () => {
    const outside = await temporaryCorpus({ 'secret.txt': 'سر' })
    const folder = await temporaryCorpus({ 'real/a.txt': 'خبر' })
    await symlink(join(outside, 'secret.txt'), join(folder, 'out.txt'))
    await symlink(outside, join(folder, 'outside'))
    await symlink(join(folder, 'real/a.txt'), join(folder, 'inside.txt'))
    await symlink(join(folder, 'nowhere.txt'), join(folder, 'broken.txt'))
    await symlink(folder, join(folder, 'real/up'))
    await symlink(join(folder, 'self.txt'), join(folder, 'self.txt'))
    expect(await reasons(folder)).toEqual([
      'broken.txt: symlink-broken',
      'inside.txt',
      'out.txt: symlink-outside',
      'outside: symlink-outside',
      'real/a.txt',
      'up: symlink-loop',
      'self.txt: symlink-loop',
    ])
  })

  it('ends on folders that link to one another', async () => {
    const folder = await temporaryCorpus({ 'a/x.txt': '', 'b/y.txt': '' })
    await symlink(join(folder, 'b'), join(folder, 'a/to-b'))
    await symlink(join(folder, 'a'), join(folder, 'b/to-a'))
    const names = await reasons(folder)
    expect(names).toContain('a/x.txt')
    expect(names).toContain('b/y.txt')
    expect(names.filter((name) => name.endsWith('symlink-loop')).length).toBeGreaterThan(0)
  })

  it('refuses folders nested out of all measure', async () => {
    const folder = await temporaryCorpus()
    await mkdir(join(folder, ...Array.from({ length: 70 }, () => 'n')), { recursive: true })
    expect(await reasons(folder)).toEqual(['n: too-deep'])
  })

  it('lists a folder inside another one once', async () => {
    const folder = await temporaryCorpus({ 'sub/a.txt': '' })
    const files = await listed(join(folder, 'sub'), folder, folder)
    expect(files).toHaveLength(1)
  })

  it('says which folder is missing', async () => {
    const folder = join(await temporaryCorpus({ 'a.txt': '' }), 'nowhere')
    const error = await listed(folder).catch((thrown: unknown) => thrown)
    expect(isRawiError(error) && error.code).toBe('CORPUS_UNREADABLE')
    expect(String(error)).toContain(folder)
  })
})
