import type { Table } from '../../../model/markdown.ts';
import { connus, nombre } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { tableOf, unknownWord } from '../../figures/figure.ts';
import { ORDRE, unknownLegend, viseesLegend, viseesSaid } from '../../figures/marks.ts';
import type { Dessiner, FigureComparee, FigureDemandee } from '../figure.ts';
import { absentLines, absentRows, comparedOf, groupedLines, sourceSaid } from '../known.ts';
import { labelIn } from '../said.ts';
import { sheetsOf } from '../sheets.ts';
import { footOf, foundations, headOf, initiativeKey, linesOf, NAMES, siteLine } from '../strategie-lines.ts';
import { isFounded, knownOf, type PrincipeDuSite, type StrategieDuSite, strategieOf } from '../strategies.ts';

/** Beyond so many principles there is one line a site, and their titles stand in the table. */
const LISTED = 120;

/**
 * The principles of each site, the visées that each reconciles, and the foundations that the initiatives which name it
 * rest on.
 * @returns null where no principle of any site is known
 */
export const strategie: Dessiner = (asked) => {
  const { comparaison, langue } = asked;
  const all = comparaison.sites.map(strategieOf);
  const known = all.filter(({ principes }) => principes.length > 0);
  if (known.length === 0) return null;
  const of = new Map(all.map((one) => [one.site.id, one]));
  const principes = known.flatMap((one) => one.principes);
  const listed = principes.length <= LISTED;
  const lines = groupedLines(comparaison, langue, (site) => {
    const one = of.get(site.id);
    if (one === undefined) return [];
    return listed ? linesOf(one, langue) : [siteLine(one, langue)];
  });
  const title = langue === 'fr' ? 'Principes, visées et fondements' : 'Principles, aims and foundations';
  const sheets = sheetsOf(asked, {
    title,
    description: described(principes, known.length, asked),
    caption: captionOf(principes, known.length, listed, asked),
    table: tableFor(all, title, asked),
    head: headOf(langue, listed),
    lines: [...lines, ...absentLines(comparaison, langue, NAMES)],
    foot: footOf(principes, langue),
    key: (prefix) => [
      ...viseesLegend(prefix, langue),
      ...(listed ? [initiativeKey(langue)] : []),
      unknownLegend(prefix, unknownWord(langue)),
    ],
  });
  return comparedOf(asked, sheets, { id: 'strategie', connus: known.length, donnees: donneesOf(all) });
};

function captionOf(all: readonly PrincipeDuSite[], sites: number, listed: boolean, asked: FigureDemandee): string {
  const { comparaison, langue } = asked;
  const { said, founded } = knownOf(all);
  const source = sourceSaid(asked, ['principes', 'initiatives']);
  const how = howRead(listed, langue);
  if (langue === 'en') {
    return `${how} Principles: ${connus(sites, comparaison.total, 'en')} sites. Aims: ${connus(said.length, all.length, 'en')} principles; foundations: ${connus(founded.length, all.length, 'en')}. ${source}`;
  }
  return `${how} Principes : ${connus(sites, comparaison.total, 'fr')} sites. Visées : ${connus(said.length, all.length, 'fr', true)} principes ; fondements : ${connus(founded.length, all.length, 'fr')}. ${source}`;
}

function howRead(listed: boolean, langue: Langue): string {
  const fr = langue === 'fr';
  const where = fr
    ? 'Les fondements sont ceux des initiatives qui nomment le principe.'
    : 'Foundations are those of the initiatives that name the principle.';
  if (listed) return where;
  return fr
    ? `Les principes sont plus de ${LISTED} : chaque ligne est un site et compte les siens, sur ceux dont on le sait ; leurs titres sont dans le tableau. ${where}`
    : `There are more than ${LISTED} principles: each line is a site and counts its own, of those of which it is known; their titles are in the table. ${where}`;
}

function described(all: readonly PrincipeDuSite[], sites: number, { comparaison, langue }: FigureDemandee): string {
  const { said } = knownOf(all);
  const [d, t, s] = ORDRE.map((visee) => nombre(said.filter(({ visees }) => visees?.includes(visee)).length, langue));
  const total = connus(sites, comparaison.total, langue);
  if (langue === 'en') {
    return `${nombre(all.length, 'en')} principles: ${d} serve development, ${t} transition, ${s} sobriety. Sites whose principles are known: ${total}.`;
  }
  return `${nombre(all.length, 'fr')} principes : ${d} pour le développement, ${t} pour la transition, ${s} pour la sobriété. Sites dont les principes sont connus : ${total}.`;
}

/** One row a principle, whose initiatives are unknown where none names it; a site without one has a row of unknowns. */
function donneesOf(all: readonly StrategieDuSite[]): FigureComparee['donnees'] {
  const codes = foundations();
  const lignes = all.flatMap(({ site, principes }) =>
    principes.length === 0
      ? [[site.id, null, null, null, null, null, ...codes.map(() => null)]]
      : principes.map((one) => [
          ...[
            site.id,
            one.id,
            one.titre,
            one.visees,
            ...(one.initiatives.length === 0 ? [null, null] : [one.initiatives, one.sansFondement]),
          ],
          ...codes.map((code) => (isFounded(one) ? (one.fondements.get(code) ?? []) : null)),
        ]),
  );
  return {
    colonnes: ['dossier', 'principe', 'titre', 'visees', 'initiatives', 'initiatives_sans_fondement', ...codes],
    lignes,
    origines: [
      { table: 'principes', colonnes: ['dossier', 'id', 'titre', 'visees'] },
      { table: 'initiatives', colonnes: ['dossier', 'id', 'principes', 'fondements'] },
    ],
  };
}

function tableFor(all: readonly StrategieDuSite[], title: string, { comparaison, langue }: FigureDemandee): Table {
  const fr = langue === 'fr';
  const codes = foundations();
  const rows = all.flatMap(({ site, principes }): readonly (readonly (string | null)[])[] =>
    principes.length === 0
      ? [[site.nom, null, null, ...codes.map(() => null)]]
      : principes.map((one) => [
          ...[site.nom, one.titre, viseesSaid(one.visees, langue)],
          ...codes.map((code) => (isFounded(one) ? nombre(one.fondements.get(code)?.length ?? 0, langue) : null)),
        ]),
  );
  const head = [
    ...(fr ? ['Site', 'Principe', 'Visées'] : ['Site', 'Principle', 'Aims']),
    ...codes.map((code) => labelIn('initiatives', 'fondements', code, langue)),
  ];
  return tableOf(title, head, [...rows, ...absentRows(comparaison, langue, head.length)], langue, 3);
}
