/** Turkish. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'

export const tr = {
  script: 'latin',
  quotationMarks: ['“', '”'],
  stopwords: words`ve ile bu şu o bir ne kim kimin kimi neden niçin niye nasıl nerede nereye nereden hangi kaç zaman için mi mı mu mü da de ki ya
    veya ama ise idi olan olarak oldu olduğu edildi etti göre kadar sonra önce var yok daha en çok gibi her nedir kimdir neydi kimdi
    nedeni tarafından arasında`,
  smallWords: {
    weight: 2,
    words: words`ve bir bu ne kim nerede neden nasıl kaç zaman için ile mi mı mu mü nedir kimdir hangi olarak de da neler nelerdir neydi neye
      neyi neyin neresi neresidir neredeydi nereden nereye kime kimi kimin kimden kimdi kimler kiminle hangisi niçin niye kadar
      gibi daha çok ilk sonra tarafından arasında`,
  },
  asking,
  order,
  numbers,
  measures,
  times: {
    months: {},
    monthsOnlyWithDay: [],
    names: words`ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi
      pazar dün bugün`,
    capitalised: words`mart`,
    fillers: words`yıl yılı`,
    reported: null,
    askedDays: [
      ['bugün', 0],
      ['yarın', 1],
      ['dün', -1],
    ],
    outletsBeforeToday: [],
    aside: words`sonra`,
    asideJoints: [],
  },
  reasons: words`çünkü nedeniyle yüzünden`,
  followUps: {
    openers: words`peki ya ve`,
    pronouns: words`onu ona onun ondan onlar onların onlara onlardan onunla kendisi orada oraya`,
    weak: words`o bu bunu bunun buna şu`,
    times: words`yıl hafta ay gün sabah akşam sezon`,
    suffixes: [],
    sayings: ['ne haber', 'saat kaç', 'bu günlerde', 'bu arada', 'o kadar', 'bu kadar'],
    about: ['peki ya', 'ya', 'peki'],
    aboutBehind: [],
    prepositions: [],
  },
  leaning: { first: [], second: null, pairs: [] },
  courtesies: [
    ...words`merhaba selam teşekkürler sağol günaydın nasılsın tamam`,
    'teşekkür ederim',
    'çok teşekkürler',
    'çok teşekkür ederim',
    'sağ ol',
    'sağ olun',
    'iyi günler',
    'iyi akşamlar',
    'iyi geceler',
    'hoşça kal',
  ],
  requests: {
    openers: [],
    make: {
      verbs: [],
      verbsBehind: ['yaz', 'yazar mısın'],
      things: words`şiir hikâye hikaye şarkı kod`,
    },
    translate: {
      verbs: [],
      verbsBehind: ['çevir', 'çevirir misin'],
      things: words`ingilizceye türkçeye arapçaya farsçaya fransızcaya rusçaya almancaya`,
    },
    amuse: {
      verbs: [],
      verbsBehind: ['anlat', 'anlatır mısın', 'söyle'],
      things: words`fıkra şaka bilmece`,
    },
    override: {
      verbs: [],
      verbsBehind: ['unut', 'yok say', 'yazdır'],
      things: words`talimatları talimatlarını`,
    },
    aboutTheBot: ['sen kimsin', 'ne yapabilirsin'],
  },
} as const satisfies LanguageTable
