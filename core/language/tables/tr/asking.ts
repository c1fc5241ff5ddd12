/** What asks in Turkish; the vowel of a copula follows that of its word. */
import type { Asking, Orders } from '../language-table.ts'
import { words } from '../words.ts'

export const asking: Asking = {
  kinds: {
    who: {
      anywhere: words`kim kimdir kime kimi kimin kimler kiminle kimden kimdi kimlerdir kimmiş kimle kimlerin kimlere kimde`,
    },
    where: {
      anywhere: words`nerede nereye nereden nerededir neresi neresidir neresinde nerde nereli nerdeydi neredeydi nereler nerelerde nereyi nerenin`,
    },
    when: { anywhere: ['ne zaman', 'ne vakit', 'saat kaçta', 'ne zamandır', 'nezaman'] },
    'how-many': {
      anywhere: [
        ...words`kaç kaçı kaçıncı kaçta kaçtır kaçtı kaçar kaçını`,
        'ne kadar',
        'kaç tane',
        'kaç kişi',
        'nekadar',
      ],
    },
    'how-much': {
      anywhere: ['kaç para', 'kaça', 'kaç lira', 'kaç dolar'],
    },
    age: { anywhere: ['kaç yaşında', 'kaç yaşındadır', 'kaç yaşındaydı'] },
    measure: { anywhere: ['yüzde kaç', 'yüzde kaçı'] },
    which: { anywhere: words`hangi hangisi hangileri hangisidir hangisinde` },
    what: {
      anywhere: words`ne nedir neydi neyi neyin neye neler nelerdir neyle neymiş nesi noldu nolmuş neleri`,
    },
    why: {
      anywhere: [
        ...words`neden niçin niye nedendir`,
        'ne için',
        'ne sebeple',
        'hangi nedenle',
        'hangi sebeple',
      ],
    },
    how: { anywhere: words`nasıl nasıldır nasıldı` },
    'yes-no': {
      anywhere: [],
      atEnd: words`mi mı mu mü midir mıdır mudur müdür miydi mıydı muydu müydü`,
    },
  },
  kindNouns: {
    who: words`kişi isim kişiler`,
    where: words`şehir şehirde ülke ülkede ülkenin kentte kent ilde il bölge bölgede yer yerde eyalet semtte başkenti
       şehir şehrinde şehri kentinde kenti ülkesinde ülkeler ülkelerde köyde köy ilçede ilçe`,
    when: words`yıl yılda yılında tarihte tarih gün günü ay ayda saat dönemde yüzyılda tarihi sezon`,
    'how-many': words`sayısı nüfusu sayı`,
    why: words`sebebi nedeni sebep`,
    how: [],
  },
  venues: words`stadyum stadyumda stadı stadyumu havalimanına havalimanında hastanede hastaneye`,
  besideKind: { where: words`bulunuyor` },
  nounStands: 'before',
  counting: words`kaç`,
  countsAlways: words`kaç`,
  counted: [],
  pointing: words`kim hangi`,
  several: ['hangi ülkeler', 'kimler', 'nelerdir', 'neler'],
  leadIns: [
    ...words`lütfen acaba peki merhaba selam`,
    'söyler misin',
    'söyler misiniz',
    'bana söyle',
    'biliyor musun',
    'biliyor musunuz',
    'sence',
  ],
  empty: words`kim kimdir ne nedir neden niçin nerede nereye nereden zaman kaç kadar hangi nasıl ile ve bir bu şu için mi mı mu mü göre oldu
    haber haberler haberleri`,
  stopwords: [],
  and: words`ve`,
}

export const order: Orders = {
  latest: ['en son'],
  first: words`ilk`,
  latestWords: words`son`,
}
