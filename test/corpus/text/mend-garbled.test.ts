import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { mendGarbled } from '../../../core/corpus/text/mend-garbled.ts'
import { articlesOf, readFiles, refusalsOf } from '../temporary-corpus.ts'

const texts = {
  ar: 'زرع الأهالي مئتي شتلة زيتون على سفح التل، وسقوها من بئر القرية القديمة.\nوقالت نادية الأشقر: «سنعود في الربيع لنرى ما نما منها»، ثم وزعت ٤٠ كيساً من البذور.',
  fa: 'نانوایان محله‌ی گلشن از امروز نان را ارزان‌تر می‌فروشند.\nآقای ژاله‌پور گفت: «این کار تا پایان پاییز ادامه دارد» و ۱۲ نانوایی دیگر هم می‌پیوندند.',
  en: 'The baker said: “Bread isn’t cheap any more” – and closed at noon.\nHis café, she added, won’t open again.',
}

/** What a reader sees of the bytes who takes them for another encoding; undefined bytes are controls. */
function readAs(bytes: Buffer, encoding: string): string {
  const characters = [...bytes].map((byte) => {
    const character = iconv.decode(Buffer.from([byte]), encoding)
    return character === '\ufffd' ? String.fromCharCode(byte) : character
  })
  return characters.join('')
}

const latin1 = (text: string): string => Buffer.from(text).toString('latin1')

describe('mendGarbled', () => {
  it.each(
    ['windows-1252', 'windows-1256', 'windows-1251', 'macintosh', 'cp437'].flatMap((encoding) =>
      (['ar', 'fa'] as const).map((language) => [language, encoding] as const),
    ),
  )('takes UTF-8 back: %s read as %s', (language, encoding) => {
    const spoiled = readAs(Buffer.from(texts[language]), encoding)
    const mended = mendGarbled(spoiled)
    // Some tables write two bytes with one sign: what cannot be taken back is refused, never guessed.
    if (encoding === 'macintosh' && mended === null) return
    expect(mended?.text).toBe(texts[language])
    expect(mended?.note).toContain(encoding)
  })

  it.each(['ar', 'fa', 'en'] as const)('takes %s back from latin1, once and twice', (language) => {
    const spoiled = latin1(texts[language])
    expect(mendGarbled(spoiled)?.text).toBe(texts[language])
    expect(mendGarbled(latin1(spoiled))?.text).toBe(texts[language])
  })

  it('takes English back from the table of Arabic', () => {
    const [first = ''] = texts.en.split('\n')
    expect(mendGarbled(readAs(Buffer.from(first), 'windows-1256'))?.text).toBe(first)
  })

  it.each(['windows-1252', 'latin1'])('takes windows-1256 back that was read as %s', (as) => {
    const arabic = texts.ar.replace(/[٠-٩]/gu, '4')
    const bytes = iconv.encode(arabic, 'windows-1256')
    const spoiled = as === 'latin1' ? bytes.toString('latin1') : readAs(bytes, as)
    expect(mendGarbled(spoiled)?.text).toBe(arabic)
  })

  it('mends one line among good ones, and a closing mark whose last byte was lost', () => {
    const [first, second] = texts.ar.split('\n') as [string, string]
    expect(mendGarbled(`${first}\n${latin1(second)}`)?.text).toBe(texts.ar)
    expect(mendGarbled('He said â€œno.â€ Then he left.')?.text).toBe('He said “no.” Then he left.')
  })

  it.each([
    ['controls were taken out of it', latin1(texts.ar).replace(/[\u0080-\u009f]/gu, '')],
    ['bytes became question marks', latin1(texts.fa).replace(/[\u0080-\u009f]/gu, '?')],
    ['letters became replacement characters', texts.ar.replace(/[عفقكلم]/gu, '\ufffd')],
    [
      'words became question marks',
      texts.ar.replace(/\p{L}{3,}/gu, (word) => '?'.repeat(word.length)),
    ],
    [
      'it is Russian read as western',
      readAs(iconv.encode('Пекарь закрыл лавку в полдень и ушёл', 'windows-1251'), 'windows-1252'),
    ],
  ])('refuses text where %s', (_, spoiled) => {
    expect(mendGarbled(spoiled)).toBeNull()
  })

  it.each([
    texts.ar,
    texts.fa,
    texts.en,
    'Le café «CHEZ RENÉ» où l’on mangeait à toute heure a fermé ; Noël fut triste.',
    'Ø er en ø. Ærøskøbing ligger på Ærø; Øresund ligger øst for København.',
    'Der Bäcker schloß um zwölf. Größe: 3 × 4 m, 20 °C, § 5.',
    'Þórður þýddi söguna á íslensku í vetur, sagði hún.',
    'عکس روی جلد، گفت: «چرا؟»\n×××\nپایان',
    'حفظ» النص، ط. دار «المعارف» § ٥، غ. القاهرة',
    'What??? Really??? Yes.',
  ])('leaves %s as it is', (text) => {
    expect(mendGarbled(text)).toEqual({ text, note: null })
  })

  it('is asked of bodies and titles, in files of every kind', async () => {
    const items = await readFiles({
      'a.txt': latin1(texts.ar),
      'b.jsonl': JSON.stringify({ id: 'b', title: latin1('شتلات الزيتون'), text: texts.ar }),
      'c.html': `<html><head><title>${latin1('شتلات الزيتون')}</title></head><body><p>${latin1(texts.ar.split('\n')[0]!)}</p></body></html>`,
      'd.txt': texts.ar.replace(/[عفقكلم]/gu, '\ufffd'),
    })
    expect(
      articlesOf(items).map(({ title, text, language }) => [title, text.split('\n')[0], language]),
    ).toEqual([
      [texts.ar.split('\n')[0], texts.ar.split('\n')[0], 'ar'],
      ['شتلات الزيتون', texts.ar.split('\n')[0], 'ar'],
      ['شتلات الزيتون', texts.ar.split('\n')[0], 'ar'],
    ])
    expect(refusalsOf(items).map(({ reason }) => reason)).toEqual(['garbled'])
  })
})
