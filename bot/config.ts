/** Settings of the server, read from the environment once, by `main.ts` and the scripts. */
import { isIP } from 'node:net'
import { delimiter } from 'node:path'
import { z } from 'zod'
import { RawiError } from '../core/errors.ts'
import type { EmbedderOptions } from '../core/semantic/index.ts'
import { hostName } from './http/host-names.ts'

export interface Config {
  /** null: no Telegram bot is run. */
  readonly telegram: { readonly token: string; readonly apiRoot: string } | null
  readonly http: {
    readonly host: string
    readonly port: number
    readonly allowedOrigins: readonly string[]
    /** Names that requests may call the server by, beside its own addresses; `*` for any. */
    readonly allowedHosts: readonly string[]
    /** How many reverse proxies stand in front and append to X-Forwarded-For. */
    readonly trustedProxies: number
    /** Questions a client may ask in a window; null: no limit. */
    readonly rateLimit: { readonly questions: number; readonly windowMs: number } | null
    /** Opens metrics and details of readiness; null: they are open on this machine alone. */
    readonly metricsToken: string | null
    /** Whether search engines may list the pages. */
    readonly isListed: boolean
  }
  readonly articles: readonly string[]
  readonly database: string
  /** Where backups are put and looked for. */
  readonly backups: string
  /** A file of questions that a new generation must answer as well as the one before; null: none are asked. */
  readonly goldenQuestions: string | null
  /** null: words alone are matched. */
  readonly embedding: Pick<EmbedderOptions, 'model' | 'cacheFolder' | 'hub'> | null
  /** Folder of the model that reads question and passage together; null for none. */
  readonly reading: string | null
  /** What the archive's process may take for its objects, in MiB. */
  readonly archiveMemoryMB: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
}

/** Names of every setting; `.env.example` explains each. */
export type SettingName = keyof typeof settings.shape

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `expected a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine(
      (value) => value >= from && value <= to,
      `expected a whole number from ${from} to ${to}`,
    )

const webAddress = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'expected an http:// or https:// address',
  )

const origins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine(
    (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'expected origins such as https://news.example.org, without a path, separated by commas',
  )

const hosts = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine(
    (list) => list.every((host) => host === '*' || isBareHost(host)),
    'expected host names such as archive.example.org, without scheme, port and path, separated by commas, or * for any',
  )
  .transform((list) => list.map((host) => hostName(host) ?? host))

function isBareHost(host: string): boolean {
  const name = hostName(host)
  return name !== null && !name.includes('*') && (isIP(host) === 6 || !/:\d*$/.test(host))
}

const settings = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d{5,}:[\w-]{30,}$/,
      'expected a token of @BotFather, such as 123456789:AAE… (digits, a colon, 35 characters)',
    )
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  ALLOWED_ORIGINS: origins.default([]),
  ALLOWED_HOSTS: hosts.default([]),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  RATE_LIMIT: wholeNumber(0, 1_000_000).default(60),
  RATE_LIMIT_WINDOW_SECONDS: wholeNumber(1, 86_400).default(60),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7E]+$/, 'expected letters, digits and signs without spaces')
    .optional(),
  SEARCH_ENGINES: z.enum(['allow', 'refuse']).default('allow'),
  ARTICLES: z
    .string()
    .transform((value) => value.split(delimiter).filter(Boolean))
    .default(['data/articles']),
  DATABASE: z.string().default('data/var/rawi.db'),
  BACKUPS: z.string().default('data/var/backups'),
  GOLDEN_QUESTIONS: z.string().optional(),
  EMBEDDING_MODEL: z.string().default('data/models/rawi-embed'),
  READING_MODEL: z.string().default('data/models/rawi-read'),
  MODEL_CACHE: z.string().default('data/var/models'),
  MODEL_MIRROR: webAddress
    .transform((value) => (value.endsWith('/') ? value : `${value}/`))
    .default('https://huggingface.co/'),
  ARCHIVE_MEMORY_MB: wholeNumber(64, 1_000_000).default(4096),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export const settingNames = Object.keys(settings.shape) as readonly SettingName[]

/**
 * @param env - Names and values; a blank value counts as not set, unknown names are left alone.
 * @throws {RawiError} `CONFIG_INVALID` naming every setting that is wrong; values are never repeated in it.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = settingNames
    .map((name) => [name, env[name]?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '')
  const parsed = settings.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    throw new RawiError(
      'CONFIG_INVALID',
      `Settings are wrong; mend them in .env or the environment (.env.example explains each).\n${z.prettifyError(parsed.error)}`,
    )
  }
  const set = parsed.data
  return {
    telegram:
      set.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : { token: set.TELEGRAM_BOT_TOKEN, apiRoot: set.TELEGRAM_API_ROOT },
    http: {
      host: set.HOST,
      port: set.PORT,
      allowedOrigins: set.ALLOWED_ORIGINS,
      allowedHosts: set.ALLOWED_HOSTS,
      trustedProxies: set.TRUST_PROXY,
      rateLimit:
        set.RATE_LIMIT === 0
          ? null
          : { questions: set.RATE_LIMIT, windowMs: set.RATE_LIMIT_WINDOW_SECONDS * 1000 },
      metricsToken: set.METRICS_TOKEN ?? null,
      isListed: set.SEARCH_ENGINES === 'allow',
    },
    articles: set.ARTICLES,
    database: set.DATABASE,
    backups: set.BACKUPS,
    goldenQuestions: set.GOLDEN_QUESTIONS ?? null,
    embedding:
      set.EMBEDDING_MODEL === 'none'
        ? null
        : { model: set.EMBEDDING_MODEL, cacheFolder: set.MODEL_CACHE, hub: set.MODEL_MIRROR },
    reading: set.READING_MODEL === 'none' ? null : set.READING_MODEL,
    archiveMemoryMB: set.ARCHIVE_MEMORY_MB,
    logLevel: set.LOG_LEVEL,
  }
}
