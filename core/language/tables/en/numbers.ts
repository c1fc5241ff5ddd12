/** How English counts and measures. */
import type { Dimension, MeasureWords, Numbers } from '../language-table.ts'
import { words } from '../words.ts'

export const numbers: Numbers = {
  values: [
    [1, words`one`],
    [2, words`two`],
    [3, words`three`],
    [4, words`four`],
    [5, words`five`],
    [6, words`six`],
    [7, words`seven`],
    [8, words`eight`],
    [9, words`nine`],
    [10, words`ten`],
    [11, words`eleven`],
    [12, words`twelve`],
    [13, words`thirteen`],
    [14, words`fourteen`],
    [15, words`fifteen`],
    [16, words`sixteen`],
    [17, words`seventeen`],
    [18, words`eighteen`],
    [19, words`nineteen`],
    [20, words`twenty`],
    [30, words`thirty`],
    [40, words`forty`],
    [50, words`fifty`],
    [60, words`sixty`],
    [70, words`seventy`],
    [80, words`eighty`],
    [90, words`ninety`],
  ],
  scales: [
    [100, words`hundred`],
    [1_000, words`thousand`],
    [1_000_000, words`million millions`],
    [1_000_000_000, words`billion billions`],
    [1_000_000_000_000, words`trillion`],
  ],
  shares: words`percent cent`,
  joints: words`and a per`,
  quantities: words`hundreds thousands dozen dozens half quarter twice`,
  weak: words`one second`,
}

const lengths = words`metre metres meter meters m km kilometre kilometres kilometer kilometers mile miles foot feet ft inch inches cm
  centimetre centimetres`
const years = words`year years`

export const measures: Readonly<Record<Dimension, MeasureWords>> = {
  share: {
    asked: [
      'what percentage',
      'what proportion',
      'what share',
      'percent',
      'percentage',
      'proportion',
      'turnout',
    ],
    units: words`percent percentage cent half third quarter thirds quarters`,
  },
  age: {
    asked: ['how old', 'what age', 'age'],
    units: [...years, ...words`old aged age`],
  },
  duration: {
    asked: ['how long', 'how much time', 'duration', 'length of time'],
    units: [
      ...years,
      ...words`second seconds minute minutes hour hours day days week weeks month months decade decades century centuries night nights`,
      ...lengths,
    ],
  },
  temperature: {
    asked: ['temperature', 'how hot', 'how cold'],
    units: words`degree degrees celsius fahrenheit`,
  },
  speed: { asked: ['how fast', 'speed'], units: [...lengths, ...words`mph kmh knots mach`] },
  area: {
    asked: ['area of', 'the area', 'area'],
    units: [...lengths, ...words`square sq acre acres hectare hectares`],
  },
  mass: {
    asked: words`weigh weighs weighed weight heavy mass`,
    units: words`kilogram kilograms kg kilo kilos gram grams ton tons tonne tonnes pound pounds`,
  },
  length: {
    asked: [
      'how far',
      'how high',
      'how tall',
      'how wide',
      'how deep',
      'height',
      'depth',
      'width',
      'distance',
      'length',
      'the height',
      'the length',
      'the distance',
    ],
    units: lengths,
  },
  money: {
    asked: [
      'how much money',
      'how much aid',
      'box office',
      'get for',
      ...words`cost costs price budget worth salary earn earned earns spend spent spending revenue loan fine prize fee wage value paid pay
        pays owe owes owed invest invested invests ransom raise raised pledge pledged donate donated sold debt`,
    ],
    units: words`dollar dollars euro euros pound pounds rouble roubles ruble rubles lira liras dirham dirhams riyal riyals rial rials
      yen yuan rupee rupees dinar dinars toman cents francs shekels crore`,
  },
}
