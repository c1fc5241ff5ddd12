/** How French counts and measures. */
import type { Dimension, MeasureWords, Numbers } from '../language-table.ts'
import { words } from '../words.ts'

export const numbers: Numbers = {
  values: [
    [2, words`deux`],
    [3, words`trois`],
    [4, words`quatre`],
    [5, words`cinq`],
    [7, words`sept`],
    [8, words`huit`],
    [9, words`neuf`],
    [10, words`dix`],
    [20, words`vingt`],
    [30, words`trente`],
    [40, words`quarante`],
    [50, words`cinquante`],
    [60, words`soixante`],
  ],
  scales: [
    [100, words`cent`],
    [1_000, words`mille`],
    [1_000_000, words`million millions`],
    [1_000_000_000, words`milliard milliards`],
  ],
  shares: words`pourcent`,
  joints: words`et`,
  quantities: [],
  weak: [],
}

export const measures: Readonly<Record<Dimension, MeasureWords>> = {
  share: {
    asked: ['quel pourcentage', 'quelle part', 'pourcentage', 'proportion', 'taux'],
    units: words`pourcent`,
  },
  age: { asked: ['quel âge', 'âge'], units: words`ans` },
  duration: {
    asked: ['combien de temps', 'durée'],
    units: words`temps ans heures jours mois semaines minutes`,
  },
  temperature: { asked: words`température`, units: words`degrés` },
  speed: { asked: words`vitesse`, units: [] },
  area: { asked: words`superficie`, units: [] },
  mass: { asked: words`pèse poids`, units: words`kilos kilogrammes tonnes` },
  length: {
    asked: words`hauteur longueur profondeur distance largeur taille`,
    units: words`mètres kilomètres`,
  },
  money: {
    asked: words`coût coûté coûte prix budget salaire argent montant amende payé payer paie investir investi investit dépensé dépenser
      rapporté touché gagne dette`,
    units: words`dollars euros`,
  },
}
