/**
 * A corpus that keeps changing: every sentence of an article carries the edition it was written in, so that an answer
 * made of two generations shows.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './random.ts'

export interface TortureCorpus {
  readonly folder: string
  /** Questions about articles that are always there. */
  readonly questions: readonly string[]
  /** Rewrites some articles, adds and removes some; all of them when told to. */
  change(extent: 'some' | 'all'): void
}

const languages = ['ar', 'fa', 'en'] as const
type Language = (typeof languages)[number]

/** Articles that stay, and places for those that come and go. */
const steady = 36
const fleeting = 18
const sentences = 4

export function createTortureCorpus(folder: string, random: Random): TortureCorpus {
  let edition = 0
  const present = new Set<number>()
  mkdirSync(folder, { recursive: true })

  function write(n: number): void {
    writeFileSync(pathOf(n), JSON.stringify(articleOf(n, edition)))
    present.add(n)
  }

  function pathOf(n: number): string {
    return join(folder, `convoy-${n}.json`)
  }

  function change(extent: 'some' | 'all'): void {
    edition += 1
    const count = steady + fleeting
    for (let n = 0; n < count; n++) {
      const isNew = edition === 1 && (n < steady || n % 2 === 0)
      if (isNew || (extent === 'all' && present.has(n))) write(n)
      else if (extent === 'all' || random.below(3) > 0) continue
      else if (n >= steady && present.delete(n)) rmSync(pathOf(n))
      else write(n)
    }
  }

  change('all')
  const questions = Array.from({ length: steady }, (_, n) => questionOf(n))
  return { folder, questions, change }
}

const languageOf = (n: number): Language => languages[n % languages.length]!

/** Names of ports, in each language, so that articles differ in more than numbers. */
const ports: Readonly<Record<Language, readonly string[]>> = {
  ar: ['عدن', 'اللاذقية', 'طنجة', 'بنغازي', 'العقبة', 'صحار', 'الدمام', 'صور'],
  fa: ['چابهار', 'بوشهر', 'انزلی', 'کیش', 'قشم', 'گناوه', 'جاسک', 'نوشهر'],
  en: ['Aden', 'Latakia', 'Tangier', 'Benghazi', 'Aqaba', 'Sohar', 'Dammam', 'Tyre'],
}

function portOf(n: number): string {
  const names = ports[languageOf(n)]
  return names[Math.floor(n / languages.length) % names.length]!
}

function questionOf(n: number): string {
  const asked: Readonly<Record<Language, string>> = {
    ar: `إلى أي ميناء وصلت القافلة رقم ${n}؟`,
    fa: `کاروان شماره‌ی ${n} به کدام بندر رسید؟`,
    en: `Which port did convoy number ${n} reach?`,
  }
  return asked[languageOf(n)]
}

function articleOf(n: number, edition: number) {
  const port = portOf(n)
  const told: Readonly<Record<Language, (day: number) => string>> = {
    ar: (day) => `في الطبعة ${edition} وصلت القافلة رقم ${n} إلى ميناء ${port} في اليوم ${day}.`,
    fa: (day) => `در چاپ ${edition} کاروان شماره‌ی ${n} روز ${day} به بندر ${port} رسید.`,
    en: (day) =>
      `In edition ${edition} convoy number ${n} reached the port of ${port} on day ${day}.`,
  }
  const titles: Readonly<Record<Language, string>> = {
    ar: `القافلة رقم ${n} في ميناء ${port}`,
    fa: `کاروان شماره‌ی ${n} در بندر ${port}`,
    en: `Convoy number ${n} in the port of ${port}`,
  }
  const language = languageOf(n)
  const text = Array.from({ length: sentences }, (_, day) => told[language](day + 1)).join(' ')
  return { id: `convoy-${n}`, title: titles[language], language, publishedAt: '2026-05-01', text }
}
