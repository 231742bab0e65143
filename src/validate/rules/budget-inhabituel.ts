import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import { amountOf } from '../amounts.ts';
import type { DossierRule } from '../rule.ts';

export const budgetInhabituel: DossierRule = {
  id: 'budget-inhabituel',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Le marché d’un atelier coûte bien moins, ou bien plus, que d’habitude.',
    en: 'The contract of an atelier costs far less, or far more, than usual.',
  },
  why: {
    fr: 'Un atelier local est financé à hauteur d’environ 100 000 €, un atelier flash d’environ 20 000 € (DGALN). Un autre montant est possible ; c’est plus souvent un chiffre de trop, ou des milliers d’euros.',
    en: 'A local atelier is funded with about €100,000, a flash one with about €20,000 (DGALN). Another amount is possible; more often it is a digit too many, or thousands of euros.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 900000, source: etat}]\n',
    line: 8,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: ~72500, source: etat}]\n',
  },
  *find({ dossier, sheet }) {
    const [least, most] = usual[dossier.dispositif] ?? [];
    for (const [index, { objet, montant }] of (dossier.budget ?? []).entries()) {
      const amount = amountOf(montant);
      if (objet !== 'marche' || amount === null || least === undefined || most === undefined) continue;
      if (amount.value >= least && amount.value <= most) continue;
      const blanks = { montant: amount.value, dispositif: labelOf('dispositif', dossier.dispositif), least, most };
      yield { file: sheet.path, at: `/budget/${index}/montant`, message: fillIn(sentence, blanks) };
    }
  },
};

/** Wide around what was published: 72 500 to 100 000 € for a local atelier, about 20 000 for a flash one. */
const usual: Readonly<Record<string, readonly [number, number]>> = {
  local: [20_000, 400_000],
  flash: [5_000, 100_000],
  national: [20_000, 800_000],
};

const sentence = {
  fr: '{montant} € : pour ce dispositif ({dispositif}), un marché va d’habitude de {least} à {most} €',
  en: '€{montant}: for this scheme ({dispositif}), a contract usually runs from €{least} to €{most}',
};
