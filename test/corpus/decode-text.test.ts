import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { declaredCharset, decodeText } from '../../core/corpus/decode-text.ts'

const arabic = 'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر، وعبره مئات السكان.'
const persian = 'شهرداری امروز پل تازه را گشود و صدها نفر از آن گذشتند.'
const english = 'The harbour bridge opened on Monday after three years of work.'

describe('decodeText', () => {
  it.each([
    ['utf-8', arabic],
    ['utf-8', english],
    ['utf-16le', arabic],
    ['utf-16be', arabic],
    ['utf-16le', english],
    ['utf-16be', persian],
    ['windows-1256', arabic],
    ['windows-1256', `${english} ${arabic}`],
    ['iso-8859-6', arabic],
    [
      'windows-1252',
      'Le président a reçu son homologue à Moscou, a déclaré le porte-parole du Kremlin après la rencontre.',
    ],
  ])('reads %s without being told: %s', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toMatchObject({ text, encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('drops the byte order mark of %s', (encoding) => {
    const bytes = iconv.encode(persian, encoding, { addBOM: true })
    expect(decodeText(bytes)?.text).toBe(persian)
  })

  it('never reads one Arabic encoding as the other', () => {
    const words = fc.array(
      fc.constantFrom(
        'في',
        'من',
        'على',
        'البلدية',
        'الجسر',
        'قال',
        'غادر',
        'وصل',
        'اليوم',
        'مئات',
        'شارك',
        'لم',
      ),
      { minLength: 3, maxLength: 30 },
    )
    fc.assert(
      fc.property(words, fc.constantFrom('windows-1256', 'iso-8859-6'), (list, encoding) => {
        const text = list.join(' ')
        const decoded = decodeText(iconv.encode(text, encoding))
        expect([text, null]).toContain(decoded?.text ?? null)
      }),
    )
  })

  it.each(['windows-1256', 'iso-8859-6'])('tells %s by a single word that is known', (encoding) => {
    expect(decodeText(iconv.encode('شارك في', encoding))).toMatchObject({
      text: 'شارك في',
      encoding,
    })
  })

  it('mends text cut off inside a character, and says so', () => {
    const bytes = Buffer.from(arabic)
    const cut = decodeText(bytes.subarray(0, bytes.length - 2))
    expect(cut?.text.startsWith(arabic.slice(0, -2))).toBe(true)
    expect(cut?.note).toBe('bytes that are no UTF-8 replaced')
  })

  it('believes a page that names an encoding nothing speaks against', () => {
    const russian = 'Мост открыт.'
    const bytes = iconv.encode(`<meta charset="windows-1251"><p>${russian}</p>`, 'windows-1251')
    expect(declaredCharset(bytes)).toBe('windows-1251')
    expect(decodeText(iconv.encode(russian, 'windows-1251'), declaredCharset(bytes))?.text).toBe(
      russian,
    )
  })

  it.each([
    [
      'half UTF-8, half windows-1256',
      Buffer.concat([Buffer.from(arabic), iconv.encode(arabic, 'windows-1256')]),
    ],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * at * 31) % 256))],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff00ff', 'hex')],
  ])('tells nothing of %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })
})
