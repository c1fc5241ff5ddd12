/** How Russian counts and measures. */
import type { Dimension, MeasureWords, Numbers } from '../language-table.ts'
import { words } from '../words.ts'

export const numbers: Numbers = {
  values: [
    [1, words`один`],
    [2, words`два`],
    [3, words`три`],
    [4, words`четыре`],
    [5, words`пять`],
    [6, words`шесть`],
    [7, words`семь`],
    [8, words`восемь`],
    [9, words`девять`],
    [10, words`десять`],
    [20, words`двадцать`],
  ],
  scales: [
    [100, words`сто`],
    [1_000, words`тысяч тысячи`],
    [1_000_000, words`миллион миллионов`],
    [1_000_000_000, words`миллиард миллиардов`],
  ],
  shares: words`процентов процента`,
  joints: [],
  quantities: [],
  weak: [],
}

export const measures: Readonly<Record<Dimension, MeasureWords>> = {
  share: {
    asked: ['процент', 'процентов', 'какова доля', 'доля', 'явка'],
    units: words`процентов процента`,
  },
  age: { asked: ['сколько лет', 'возраст', 'возрасте'], units: words`лет года год` },
  duration: {
    asked: [
      'как долго',
      'сколько длился',
      'сколько длилась',
      'сколько длились',
      'сколько времени',
      'продолжительность',
    ],
    units: words`лет года год часов часа час дней дня месяцев недель минут`,
  },
  temperature: { asked: words`температура`, units: words`градусов градуса` },
  speed: { asked: words`скорость скоростью`, units: [] },
  area: { asked: words`площадь`, units: words`км` },
  mass: { asked: words`весит весил вес масса`, units: words`килограммов тонн кг граммов` },
  length: {
    asked: words`высота длина расстояние глубина ширина рост`,
    units: words`метров километров метра км`,
  },
  money: {
    asked: [
      ...words`стоил стоила стоило стоит обошлось обошлась обошёлся цена стоимость бюджет зарплата денег штраф долг`,
      ...words`заплатил заплатила заплатили платит вложит вложил вложили потратил потратила потратили тратит выделил выделили
        зарабатывает заработал заработали инвестирует`.map((verb) => `сколько ${verb}`),
      ...words`миллионов миллиардов`.flatMap((scale) =>
        words`заплатили потратили вложили выделили`.map((verb) => `${scale} ${verb}`),
      ),
    ],
    units: words`долларов доллара рублей евро`,
  },
}
