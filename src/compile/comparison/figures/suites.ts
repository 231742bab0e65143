import type { Table } from '../../../model/markdown.ts';
import { compte, connus } from '../../../words/numbers.ts';
import { tableOf } from '../../figures/figure.ts';
import { unknownLegend } from '../../figures/marks.ts';
import { composed, fits } from '../composed.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { axesOf, type Grille, grid, gridTable } from '../grid.ts';
import { areFew, codesIn, labelIn } from '../said.ts';
import { anneesSaid, etatSaid, SUITES, type Suite, suitesOf, yearOf } from '../suites.ts';
import { etatsDesSuites, suitesDrawn } from '../suites-lignes.ts';

/**
 * What came before the ateliers and what came of them: each on its years, marked by its state, under its site. Where they
 * are too many for a page, types by state, counted.
 */
export const suites: Dessiner = (asked) => {
  const { comparaison, langue, prefix } = asked;
  const all = suitesOf(comparaison);
  if (all.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Avant et après les ateliers' : 'Before and after the workshops';
  const grille = grilleOf(asked, all);
  const lines = areFew(comparaison) ? suitesDrawn(asked, all) : null;
  const drawn = lines !== null && fits(lines) ? lines : grid(asked, grille);
  const listed = drawn === lines;
  const etats = all.filter(({ etat }) => etat !== null).length;
  const annees = all.filter((one) => yearOf(one) !== null).length;
  return composed(asked, {
    id: SUITES,
    title,
    description: describe(asked, all, grille),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: listed
      ? [...etatsDesSuites(asked, all), unknownLegend(prefix, fr ? 'année ou état inconnus' : 'year or state unknown')]
      : [],
    remarks: fr
      ? [`État : ${connus(etats, all.length, 'fr')} ; année : ${connus(annees, all.length, 'fr', true)}.`]
      : [`State: ${connus(etats, all.length, 'en')}; year: ${connus(annees, all.length, 'en')}.`],
    table: areFew(comparaison)
      ? asTable(asked, all, title)
      : gridTable(asked, { ...grille, corner: 'Type', caption: title }),
    prises: [
      {
        table: SUITES,
        colonnes: ['dossier', 'sens', 'id', 'type', 'titre', 'debut_annee', 'fin_annee', 'etat', 'etat_au_annee'],
      },
      { table: 'dossiers', colonnes: ['id', 'debut_annee', 'fin_annee'] },
    ],
    known: new Set(all.map(({ site }) => site.id)),
  });
};

function grilleOf({ langue }: FigureDemandee, all: readonly Suite[]): Grille {
  const fr = langue === 'fr';
  const before = fr ? 'avant' : 'before';
  const after = fr ? 'après' : 'after';
  const types = codesIn(SUITES, 'type').flatMap((code) =>
    (['antecedent', 'suite'] as const).map((sens) => ({
      key: `${sens} ${code}`,
      label: `${labelIn(SUITES, 'type', code, langue)} (${sens === 'antecedent' ? before : after})`,
    })),
  );
  const states = codesIn(SUITES, 'etat').map((key) => ({ key, label: labelIn(SUITES, 'etat', key, langue) }));
  const items = all.map(({ site, sens, type, etat }) => ({ site, row: `${sens} ${type}`, column: etat }));
  return {
    rows: axesOf(
      types,
      items.map(({ row }) => row),
      fr ? 'type inconnu' : 'unknown type',
    ),
    columns: axesOf(
      states,
      all.map(({ etat }) => etat),
      fr ? 'état inconnu' : 'unknown state',
    ),
    items,
  };
}

function describe({ langue }: FigureDemandee, all: readonly Suite[], { columns }: Grille): string {
  const fr = langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const count = (code: string): number => all.filter(({ sens }) => sens === code).length;
  const before = compte(
    count('antecedent'),
    { fr: 'antécédent', en: 'antecedent' },
    { fr: 'antécédents', en: 'antecedents' },
    langue,
  );
  const after = compte(count('suite'), { fr: 'suite', en: 'follow-up' }, { fr: 'suites', en: 'follow-ups' }, langue);
  const etats = columns.map(
    ({ key, label }) => `${label.toLowerCase()}${colon}${all.filter(({ etat }) => etat === key).length}`,
  );
  return `${before}, ${after}. ${etats.join(fr ? ' ; ' : '; ')}.`;
}

function asTable({ langue }: FigureDemandee, all: readonly Suite[], title: string): Table {
  const fr = langue === 'fr';
  const head = fr
    ? ['Site', 'Avant ou après', 'Type', 'Titre', 'Années', 'État']
    : ['Site', 'Before or after', 'Type', 'Title', 'Years', 'State'];
  const rows = all.map((one) => [
    one.site.nom,
    labelIn(SUITES, 'sens', one.sens, langue),
    labelIn(SUITES, 'type', one.type, langue),
    one.titre,
    anneesSaid(one),
    etatSaid(one, langue),
  ]);
  return tableOf(title, head, rows, langue);
}
