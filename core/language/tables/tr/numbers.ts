/** How Turkish counts and measures. */
import type { Dimension, MeasureWords, Numbers } from '../language-table.ts'
import { words } from '../words.ts'

export const numbers: Numbers = {
  values: [
    [1, words`bir`],
    [2, words`iki`],
    [3, words`üç`],
    [4, words`dört`],
    [5, words`beş`],
    [6, words`altı`],
    [7, words`yedi`],
    [8, words`sekiz`],
    [9, words`dokuz`],
    [10, words`on`],
    [20, words`yirmi`],
    [30, words`otuz`],
    [40, words`kırk`],
    [50, words`elli`],
    [60, words`altmış`],
    [70, words`yetmiş`],
    [80, words`seksen`],
    [90, words`doksan`],
  ],
  scales: [
    [100, words`yüz`],
    [1_000, words`bin`],
    [1_000_000, words`milyon`],
    [1_000_000_000, words`milyar`],
  ],
  shares: words`yüzde`,
  joints: [],
  quantities: [],
  weak: [],
}

export const measures: Readonly<Record<Dimension, MeasureWords>> = {
  share: { asked: ['yüzde kaç', 'yüzde kaçı'], units: words`yüzde` },
  age: { asked: ['kaç yaşında', 'kaç yaşındadır', 'kaç yaşındaydı', 'yaşı'], units: words`yıl` },
  duration: {
    asked: ['ne kadar sürdü', 'ne kadar süre', 'ne kadar sürecek', 'kaç saat', 'süresi'],
    units: words`yıl saat gün hafta ay dakika`,
  },
  temperature: { asked: words`sıcaklık sıcaklığı`, units: words`derece` },
  speed: { asked: words`hızı hızla`, units: [] },
  area: { asked: words`yüzölçümü`, units: [] },
  mass: { asked: words`ağırlığı ağırlıkta`, units: words`kilo kilogram ton gram` },
  length: {
    asked: words`yüksekliği uzunluğu mesafe derinliği boyu`,
    units: words`metre kilometre santim`,
  },
  money: {
    asked: [
      'kaç para',
      ...words`maliyeti maliyet fiyatı bütçesi bütçe ücreti ücret para maaşı değeri ödedi ödedin ödediler ödeyecek ödendi harcadı harcadılar
        harcandı harcayacak kazandı kazanıyor yatırım borcu`,
    ],
    things: words`bilet dolar euro avro altın benzin petrol`,
    units: words`dolar avro lira euro`,
  },
}
