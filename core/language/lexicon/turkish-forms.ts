/**
 * Turkish forms: under which spellings a dictionary may list a Turkish word that carries endings.
 *
 * In:     one folded word (ı is i, ö is o, ş is s, ğ is g).
 * Out:    nouns and infinitives that its endings may belong to, those that keep most of the word first.
 *
 * Endings come off in the order of the language, each only where it agrees with the vowel before it: a case, then a
 * possessive, then the plural; of verbs the tense, then what negates, enables and makes passive.
 */
export function turkishForms(word: string): string[] {
  const nouns = peeled([word], nominal)
  const finite = stripped(word, tenses)
  const participles = nouns.flatMap((noun) => stripped(noun, verbal))
  const stems = peeled([...finite, ...participles], voices)
  const verbs = stems.flatMap((stem) => infinitivesOf(stem).map((form) => ({ form, stem })))
  const named = nouns.flatMap((noun) =>
    (noun === word ? [] : nounsOf(noun)).map((form) => ({ form, stem: noun })),
  )
  const ordered = [...verbs, ...named].toSorted((a, b) => b.stem.length - a.stem.length)
  const forms = new Set(ordered.map(({ form }) => form))
  forms.delete(word)
  return [...forms]
}

type Endings = readonly string[]

const leastStem = 2

const listed = (endings: string): Endings => endings.trim().split(/\s+/u)

/** What follows a noun, from its end on: "evlerindekiler", "şehirdedir". */
const nominal: readonly Endings[] = [
  listed('di du ti tu ydi ydu dir dur tir tur dirlar dirler mis mus ymis ymus'),
  listed('ki kiler kilerin'),
  listed(
    `i u yi yu ni nu a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden in un nin nun la le yla yle ca ce`,
  ),
  listed('i u si su leri lari im um m in un n imiz umuz miz muz'),
  listed('lar ler'),
  listed('li lu siz suz lik luk lig lug ci cu sal sel'),
]

/** Of a verb that ends a sentence. */
const tenses: Endings = [
  ...listed('iyor uyor').flatMap((tense) => withPersons(tense, listed('du lar lardi um uz sun'))),
  ...listed('di du ti tu').flatMap((tense) => withPersons(tense, listed('m n k lar ler niz nuz'))),
  ...listed('mis mus').flatMap((tense) =>
    withPersons(tense, listed('ti tu tir tur lar ler lardir lerdir')),
  ),
  ...listed('acak ecek yacak yecek').flatMap((tense) =>
    withPersons(tense, listed('lar ler ti tir')),
  ),
  ...listed('r ar er ir ur maz mez').flatMap((tense) =>
    withPersons(tense, listed('di du lar ler lardi lerdi')),
  ),
  ...listed('mali meli malidir melidir sa se'),
]

/** Of a verb that stands as a noun, an attribute or an adverb: "yapmaya", "duyduğu", "kapsayan". */
const verbal: Endings = listed(
  `an en yan yen dik duk tik tuk dig dug tig tug acak ecek yacak yecek acag eceg yacag yeceg mak mek ma me mis mus is us yis yus
  ip up yip yup arak erek yarak yerek inca ince unca`,
)

const voices: readonly Endings[] = [
  listed('abil ebil yabil yebil'),
  listed('ma me mi mu ama eme yama yeme'),
  listed('il ul l in un n'),
  listed('dir dur tir tur t is us'),
  listed('il ul l in un n'),
]

function withPersons(tense: string, persons: Endings): Endings {
  return [tense, ...persons.map((person) => tense + person)]
}

/** The words, and what is left of them without an ending of the first kind, of the second, and so on. */
function peeled(words: readonly string[], kinds: readonly Endings[]): readonly string[] {
  const all = new Set(words)
  for (const endings of kinds)
    for (const word of Array.from(all)) for (const stem of stripped(word, endings)) all.add(stem)
  return [...all]
}

function stripped(word: string, endings: Endings): readonly string[] {
  return endings.flatMap((ending) => {
    const stem = word.slice(0, -ending.length)
    return stem.length >= leastStem && word.endsWith(ending) && agrees(stem, ending) ? stem : []
  })
}

/** Vowel harmony, as far as it can be told of folded letters. */
function agrees(stem: string, ending: string): boolean {
  const before = /[aeiou](?=[^aeiou]*$)/u.exec(stem)?.[0]
  const after = /[aeiou]/u.exec(ending)?.[0]
  if (before === undefined) return false
  if (after === undefined) return true
  if (after === 'i') return /[aei]/u.test(before)
  if (after === 'u') return /[ou]/u.test(before)
  return !(after === 'a' ? before === 'e' : before === 'a')
}

/** Before a vowel a last consonant is voiced ("kitabı" of «kitap») or doubled ("hakkı"), or a vowel falls ("şehri"). */
function nounsOf(stem: string): readonly string[] {
  const hard = hardened(stem)
  const clash = /^(.*[aeiou][^aeiou])([^aeiou])$/u.exec(stem)
  const full = clash ? ['i', 'u'].map((vowel) => `${clash[1]}${vowel}${clash[2]}`) : []
  const single = /([^aeiou])\1$/u.test(stem) ? [stem.slice(0, -1)] : []
  return [stem, ...(hard === stem ? [] : [hard]), ...single, ...full]
}

/** Some stems end voiced before a vowel ("gider" of «gitmek»). Before "-yor" a last vowel narrows ("başlıyor" of «başlamak»). */
function infinitivesOf(stem: string): readonly string[] {
  const bare = /[^aeiou]$/u.test(stem) ? [stem, `${stem}a`, `${stem}e`] : [stem]
  return [...new Set(bare.flatMap((one) => [one, hardened(one)]))].flatMap((one) =>
    ['mak', 'mek'].filter((ending) => agrees(one, ending)).map((ending) => one + ending),
  )
}

const voiceless: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k' }

function hardened(stem: string): string {
  const last = stem.slice(-1)
  return stem.slice(0, -1) + (voiceless[last] ?? last)
}
