import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseConfig, settingNames } from '../bot/config.ts'
import { isRawiError } from '../core/errors.ts'

const token = `123456789:${'Ab_-3'.repeat(7)}`

function messageOf(env: Record<string, string>): string {
  try {
    parseConfig(env)
  } catch (error) {
    if (isRawiError(error) && error.code === 'CONFIG_INVALID') return error.message
    throw error
  }
  throw new Error('expected CONFIG_INVALID, and the settings were accepted')
}

describe('parseConfig', () => {
  it('runs without a single setting', () => {
    expect(parseConfig({})).toEqual({
      telegram: null,
      http: {
        host: '127.0.0.1',
        port: 8080,
        allowedOrigins: [],
        allowedHosts: [],
        trustedProxies: 0,
        rateLimit: { questions: 60, windowMs: 60_000 },
        metricsToken: null,
        isListed: true,
      },
      articles: ['data/articles'],
      database: 'data/var/rawi.db',
      backups: 'data/var/backups',
      goldenQuestions: null,
      embedding: {
        model: 'data/models/rawi-embed',
        cacheFolder: 'data/var/models',
        hub: 'https://huggingface.co/',
      },
      reading: 'data/models/rawi-read',
      archiveMemoryMB: 4096,
      logLevel: 'info',
    })
  })

  it('reads every setting', () => {
    const config = parseConfig({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081',
      HOST: '0.0.0.0',
      PORT: '0',
      ALLOWED_ORIGINS: 'https://news.example.org, http://localhost:3000',
      ALLOWED_HOSTS: 'Archive.Example.org, أرشيف.example, 10.0.0.5, ::1',
      TRUST_PROXY: '1',
      METRICS_TOKEN: 'Zm9v-73_secret',
      SEARCH_ENGINES: 'refuse',
      RATE_LIMIT: '5',
      RATE_LIMIT_WINDOW_SECONDS: '10',
      ARTICLES: ['/archive/أخبار', 'data/articles'].join(delimiter),
      DATABASE: '/var/lib/rawi.db',
      BACKUPS: '/mnt/backups',
      GOLDEN_QUESTIONS: '/archive/golden.jsonl',
      EMBEDDING_MODEL: 'Xenova/multilingual-e5-small',
      MODEL_CACHE: '/var/cache/models',
      MODEL_MIRROR: 'https://models.example.org',
      LOG_LEVEL: 'debug',
    })
    expect(config.telegram).toEqual({ token, apiRoot: 'http://127.0.0.1:8081' })
    expect(config.http).toEqual({
      host: '0.0.0.0',
      port: 0,
      allowedOrigins: ['https://news.example.org', 'http://localhost:3000'],
      allowedHosts: ['archive.example.org', 'xn--igb2aj6c2b.example', '10.0.0.5', '[::1]'],
      trustedProxies: 1,
      rateLimit: { questions: 5, windowMs: 10_000 },
      metricsToken: 'Zm9v-73_secret',
      isListed: false,
    })
    expect(config.articles).toEqual(['/archive/أخبار', 'data/articles'])
    expect(config.backups).toBe('/mnt/backups')
    expect(config.goldenQuestions).toBe('/archive/golden.jsonl')
    expect(config.embedding).toEqual({
      model: 'Xenova/multilingual-e5-small',
      cacheFolder: '/var/cache/models',
      hub: 'https://models.example.org/',
    })
  })

  it('takes none for no model', () => {
    expect(parseConfig({ EMBEDDING_MODEL: 'none' }).embedding).toBeNull()
  })

  it('takes a blank value as not set', () => {
    expect(parseConfig({ PORT: '', TELEGRAM_BOT_TOKEN: '  ', MODEL_MIRROR: '' })).toEqual(
      parseConfig({}),
    )
  })

  it('takes a limit of 0 as no limit', () => {
    expect(parseConfig({ RATE_LIMIT: '0' }).http.rateLimit).toBeNull()
  })

  it('tells every wrong setting at once', () => {
    const message = messageOf({ PORT: '80800', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes' })
    expect(message).toContain('PORT')
    expect(message).toContain('LOG_LEVEL')
    expect(message).toContain('TRUST_PROXY')
  })

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'whole number from 0 to 65535'],
    ['a port with a fraction', { PORT: '80.5' }, 'whole number from 0 to 65535'],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://a.example/page' }, 'without a path'],
    ['any origin', { ALLOWED_ORIGINS: '*' }, 'expected origins such as'],
    [
      'a host with its scheme',
      { ALLOWED_HOSTS: 'https://a.example' },
      'expected host names such as',
    ],
    ['a host with a port', { ALLOWED_HOSTS: 'a.example:8080' }, 'expected host names such as'],
    ['a host with a pattern', { ALLOWED_HOSTS: '*.a.example' }, 'expected host names such as'],
    ['a token with a space', { METRICS_TOKEN: 'two words' }, 'without spaces'],
    ['a mirror that is a file', { MODEL_MIRROR: 'file:///etc' }, 'http:// or https://'],
    ['a token without its number', { TELEGRAM_BOT_TOKEN: 'AAEabc' }, '@BotFather'],
  ])('refuses %s', (_name, env, told) => {
    expect(messageOf(env)).toContain(told)
  })

  it('never repeats a token, not even a wrong one', () => {
    const almost = `${token}!`
    expect(messageOf({ TELEGRAM_BOT_TOKEN: almost, PORT: 'x' })).not.toContain(token.slice(10))
    expect(messageOf({ METRICS_TOKEN: 'geheim wort' })).not.toContain('geheim')
  })
})

describe('.env.example', () => {
  const assignments = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /^# ([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? [])
  const example = Object.fromEntries(
    assignments.flatMap((name, at) => (at % 2 === 0 ? [[name, assignments[at + 1] ?? '']] : [])),
  )

  it('names every setting once and no other', () => {
    expect(Object.keys(example).toSorted()).toEqual([...settingNames].toSorted())
    expect(assignments.length).toBe(settingNames.length * 2)
  })

  it('shows the defaults', () => {
    expect(parseConfig(example)).toEqual(parseConfig({}))
  })
})
