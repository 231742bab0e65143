import type { Table } from '../../../model/markdown.ts';
import { connus, nombre } from '../../../words/numbers.ts';
import { tableOf } from '../../figures/figure.ts';
import { unknownLegend } from '../../figures/marks.ts';
import { composed, fits } from '../composed.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { axesOf, type Grille, grid, gridTable } from '../grid.ts';
import {
  type DocumentDuSite,
  documentsOf,
  isPlanning,
  PLANIFICATION,
  type SuiteDePlanification,
  suitesDePlanificationOf,
} from '../planification.ts';
import { documentSaid, documentsDrawn, relationLegend, suiteSaid } from '../planification-lignes.ts';
import { areFew, cellSaid, codesIn, labelIn, numberOf } from '../said.ts';

/**
 * Planning documents: in what state the atelier found each, what it owes or brings to it, how many initiatives name it,
 * and what became of planning since. Where they are too many for a page, documents by relation, counted.
 */
export const planification: Dessiner = (asked) => {
  const { comparaison, langue, prefix } = asked;
  const documents = documentsOf(comparaison);
  const since = suitesDePlanificationOf(comparaison);
  if (documents.length + since.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Les documents de planification, alors et depuis' : 'Planning documents, then and since';
  const grille = grilleOf(asked, documents);
  const lines = areFew(comparaison) ? documentsDrawn(asked, documents, since) : null;
  const drawn = lines !== null && fits(lines) ? lines : grid(asked, grille);
  const listed = drawn === lines;
  const known = { etat: 0, relation: 0 };
  for (const { etat, relation } of documents) {
    if (etat !== null) known.etat += 1;
    if (relation !== null) known.relation += 1;
  }
  const named = comparaison.sites.flatMap((site) => site.rows('initiatives'));
  const saying = named.filter((row) => row.planification !== null).length;
  return composed(asked, {
    id: PLANIFICATION,
    title,
    description: describe(asked, documents, since),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: listed ? [...relationLegend(asked), unknownLegend(prefix, fr ? 'inconnu' : 'unknown')] : [],
    remarks: [
      ...(listed ? [] : [fr ? `Suites de planification : ${since.length}.` : `Planning follow-ups: ${since.length}.`]),
      ...(fr
        ? [
            `État : ${connus(known.etat, documents.length, 'fr')} ; relation : ${connus(known.relation, documents.length, 'fr', true)}.`,
            `Initiatives qui disent quels documents elles touchent : ${connus(saying, named.length, 'fr', true)}.`,
          ]
        : [
            `State: ${connus(known.etat, documents.length, 'en')}; relation: ${connus(known.relation, documents.length, 'en')}.`,
            `Initiatives that say which documents they touch: ${connus(saying, named.length, 'en')}.`,
          ]),
    ],
    table: areFew(comparaison)
      ? asTable(asked, documents, since, title)
      : gridTable(asked, { ...grille, corner: 'Document', caption: title }),
    prises: [
      { table: PLANIFICATION, colonnes: ['dossier', 'rang', 'document', 'titre', 'etat', 'relation'] },
      {
        table: 'initiatives',
        colonnes: ['dossier', 'id', 'planification'],
        only: (row) => row.planification !== null,
      },
      {
        table: 'suites',
        colonnes: ['dossier', 'id', 'sens', 'type', 'titre', 'etat', 'etat_au_annee', 'fin_annee', 'debut_annee'],
        only: isPlanning,
      },
    ],
    known: new Set([...documents, ...since].map(({ site }) => site.id)),
  });
};

function grilleOf({ langue }: FigureDemandee, documents: readonly DocumentDuSite[]): Grille {
  const fr = langue === 'fr';
  const coded = (column: string): { key: string; label: string }[] =>
    codesIn(PLANIFICATION, column).map((key) => ({ key, label: labelIn(PLANIFICATION, column, key, langue) }));
  const relations = [...codesIn(PLANIFICATION, 'relation'), ...documents.map(({ relation }) => relation)];
  return {
    rows: axesOf(
      coded('document'),
      documents.map(({ document }) => document),
      fr ? 'document inconnu' : 'unknown document',
    ),
    columns: axesOf(coded('relation'), relations, fr ? 'relation inconnue' : 'unknown relation'),
    items: documents.map(({ site, document, relation }) => ({ site, row: document, column: relation })),
  };
}

function describe(
  { langue }: FigureDemandee,
  documents: readonly DocumentDuSite[],
  since: readonly SuiteDePlanification[],
): string {
  const fr = langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const relations = codesIn(PLANIFICATION, 'relation').map((code) => {
    const count = documents.filter(({ relation }) => relation === code).length;
    return `${labelIn(PLANIFICATION, 'relation', code, langue).toLowerCase()}${colon}${count}`;
  });
  const unknown = documents.filter(({ relation }) => relation === null).length;
  const parts = [
    ...relations,
    `${fr ? 'relation inconnue' : 'unknown relation'}${colon}${unknown}`,
    `${fr ? 'suites de planification' : 'planning follow-ups'}${colon}${since.length}`,
  ];
  return `${nombre(documents.length, langue)} ${documents.length < 2 ? 'document' : 'documents'}. ${parts.join(fr ? ' ; ' : '; ')}.`;
}

function asTable(
  asked: FigureDemandee,
  documents: readonly DocumentDuSite[],
  since: readonly SuiteDePlanification[],
  title: string,
): Table {
  const { langue, comparaison } = asked;
  const fr = langue === 'fr';
  const head = fr
    ? ['Site', 'Document', 'État', 'Relation', 'Initiatives', 'Depuis']
    : ['Site', 'Document', 'State', 'Relation', 'Initiatives', 'Since'];
  const rows = comparaison.sites.flatMap((site) => {
    const own = documents.filter((one) => one.site === site);
    const after = since.filter((one) => one.site === site);
    // What came since is of the site: no column says of which document.
    const said = after.length === 0 ? null : after.map((one) => suiteSaid(one, langue)).join(' ; ');
    if (own.length === 0) return after.length === 0 ? [] : [[site.nom, null, null, null, null, said]];
    return own.map((one, n) => [
      n === 0 ? site.nom : '',
      documentSaid(one, langue),
      cellSaid(PLANIFICATION, 'etat', one.etat, langue),
      cellSaid(PLANIFICATION, 'relation', one.relation, langue),
      nombre(numberOf(one.initiatives) ?? 0, langue),
      n === 0 ? said : '',
    ]);
  });
  return tableOf(title, head, rows, langue);
}
