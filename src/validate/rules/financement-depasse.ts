import { fillIn } from '../../words/text.ts';
import { amountOf, exceeds } from '../amounts.ts';
import type { FieldRule } from '../rule.ts';

export const financementDepasse: FieldRule = {
  id: 'financement-depasse',
  reads: 'champ',
  severity: 'warning',
  summary: { fr: 'Les financements dépassent le montant.', en: 'The funding is more than the amount.' },
  why: {
    fr: 'Une même somme est souvent comptée deux fois, hors taxes et toutes taxes ; le plan de financement du rapport ne s’équilibrerait pas.',
    en: 'One sum is often counted twice, before and after tax; the funding plan of the report would not balance.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens:\n  montant: 20000\n  financements: [{source: etat, montant: 15000}, {source: region, montant: 10000}]\n---\nTexte.\n',
    line: 7,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens:\n  montant: 25000\n  financements: [{source: etat, montant: 15000}, {source: region, montant: 10000}]\n---\nTexte.\n',
  },
  on: ({ properties }) => properties?.financements !== undefined && properties.montant !== undefined,
  *find({ value }) {
    const { montant, financements = [] } = value as Funded;
    const total = amountOf(montant);
    // Sums before and after tax do not add up.
    if (total === null || new Set(financements.map(({ taxe }) => taxe)).size > 1) return;
    const parts = financements.flatMap((one) => amountOf(one.montant) ?? []);
    if (!exceeds(parts, total)) return;
    const somme = parts.reduce((all, part) => all + part.value, 0);
    yield { at: '/financements', part: 'key', message: fillIn(sentence, { somme, montant: total.value }) };
  },
};

interface Funded {
  readonly montant?: unknown;
  readonly financements?: readonly { readonly montant?: unknown; readonly taxe?: string }[];
}

const sentence = {
  fr: 'les financements font {somme} €, plus que le montant ({montant} €)',
  en: 'the funding comes to {somme} €, more than the amount ({montant} €)',
};
