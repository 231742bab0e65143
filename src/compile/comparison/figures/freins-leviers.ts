import { compte, connus } from '../../../words/numbers.ts';
import { typographie } from '../../../words/typography.ts';
import { WIDTH } from '../../figures/figure.ts';
import { unknown } from '../../figures/marks.ts';
import { line, lineHeight, text, wrapped } from '../../figures/svg.ts';
import { composed, fits } from '../composed.ts';
import {
  domaineSaid,
  ENSEIGNEMENTS,
  type Enseignement,
  enseignementsOf,
  enseignementsTable,
} from '../enseignements.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { axesOf, type Grille, grid, gridTable } from '../grid.ts';
import { areFew, codesIn, labelIn } from '../said.ts';

/**
 * What held back, what helped, what was seen: by domaine down and by type across, each by its own title under the name
 * of its site. Where they are too many for a page each is a dot, or a number.
 */
export const freinsLeviers: Dessiner = (asked) => {
  const { comparaison, langue } = asked;
  const all = enseignementsOf(comparaison);
  if (all.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Freins, leviers et constats' : 'Obstacles, levers and observations';
  const grille = grilleOf(asked, all);
  const read = areFew(comparaison) ? texts(asked, all, grille) : null;
  const drawn = read !== null && fits(read) ? read : grid(asked, grille);
  const known = all.filter(({ domaine }) => domaine !== null).length;
  return composed(asked, {
    id: 'freins-leviers',
    title,
    description: describe(asked, all, grille),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: [],
    remarks: [
      fr ? `Domaine : ${connus(known, all.length, 'fr')}.` : `Field: ${connus(known, all.length, 'en')}.`,
      ...(drawn === read ? [] : [elsewhere(asked)]),
    ],
    table: areFew(comparaison)
      ? enseignementsTable(comparaison, langue, title)
      : gridTable(asked, { ...grille, corner: fr ? 'Domaine' : 'Field', caption: title }),
    prises: [{ table: ENSEIGNEMENTS, colonnes: ['dossier', 'id', 'type', 'domaine', 'titre', 'texte'] }],
    known: new Set(all.map(({ site }) => site.id)),
  });
};

/** Where the texts are that found no room. */
function elsewhere({ comparaison, langue }: FigureDemandee): string {
  if (areFew(comparaison)) return langue === 'fr' ? 'Les textes sont dans le tableau.' : 'The texts are in the table.';
  return langue === 'fr'
    ? 'Les textes sont dans la table « enseignements » du jeu de données.'
    : 'The texts are in the table “enseignements” of the dataset.';
}

function grilleOf({ langue }: FigureDemandee, all: readonly Enseignement[]): Grille {
  const fr = langue === 'fr';
  const domaines = codesIn(ENSEIGNEMENTS, 'domaine').map((key) => ({ key, label: domaineSaid(key, langue) }));
  const rows = axesOf(
    domaines,
    all.map(({ domaine }) => domaine),
    fr ? 'domaine inconnu' : 'unknown field',
  );
  // All three types stand there: that no obstacle was written down is to be seen.
  const columns = codesIn(ENSEIGNEMENTS, 'type').map((key) => ({ key, label: plural(key, langue) }));
  return { rows, columns, items: all.map(({ site, domaine, type }) => ({ site, row: domaine, column: type })) };
}

function plural(type: string, langue: FigureDemandee['langue']): string {
  return `${labelIn(ENSEIGNEMENTS, 'type', type, langue)}s`;
}

const LEFT = 132;
const PAD = 12;
const SIZE = 11.5;
const NAME = 10.5;

function texts(
  asked: FigureDemandee,
  all: readonly Enseignement[],
  { rows, columns }: Grille,
): { svg: string; bottom: number } {
  const width = (WIDTH - LEFT) / columns.length;
  const parts = columns.map(({ label }, n) => text(LEFT + n * width + PAD, 15, label, { size: 12, bold: true }));
  parts.push(line(0, 26, WIDTH, 26, 'encre'));
  let y = 26;
  for (const row of rows) {
    const cells = columns.map(({ key }, n) => {
      const here = all.filter(({ domaine, type }) => domaine === row.key && type === key);
      return cell(asked, here, LEFT + n * width + PAD, y, width - 2 * PAD + 6);
    });
    const name = wrapped(row.label, LEFT - 18, SIZE, true);
    const height = Math.max(34, name.length * lineHeight(SIZE) + 14, ...cells.map((one) => one.height));
    if (row.key === null)
      parts.push(unknown(asked.prefix, { x: 0, y: y + 7, width: LEFT - 14, height: 20 }, row.label));
    else parts.push(text(0, y + 20, name, { size: SIZE, bold: true }));
    parts.push(...cells.map(({ svg }) => svg), line(0, y + height, WIDTH, y + height, 'filet'));
    y += height;
  }
  const edges = columns.map((_, n) => line(LEFT + n * width, 0, LEFT + n * width, y, 'filet'));
  return { svg: [...edges, ...parts].join(''), bottom: y };
}

function cell(
  { langue }: FigureDemandee,
  some: readonly Enseignement[],
  x: number,
  y: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = [];
  let top = y + 20;
  for (const { titre, site } of some) {
    const lines = wrapped(typographie(titre, langue), width, SIZE);
    const name = wrapped(typographie(site.nom, langue), width, NAME);
    const under = top + lines.length * lineHeight(SIZE);
    parts.push(text(x, top, lines, { size: SIZE }), text(x, under, name, { size: NAME, fill: 'sourd' }));
    top = under + name.length * lineHeight(NAME) + 10;
  }
  return { svg: parts.join(''), height: some.length === 0 ? 0 : top - y - 10 };
}

function describe({ langue }: FigureDemandee, all: readonly Enseignement[], { rows, columns }: Grille): string {
  const fr = langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const types = columns.map(
    ({ key, label }) => `${label.toLowerCase()}${colon}${all.filter(({ type }) => type === key).length}`,
  );
  const domaines = rows.map(
    ({ key, label }) => `${label}${colon}${all.filter(({ domaine }) => domaine === key).length}`,
  );
  const one = { fr: 'enseignement', en: 'lesson' };
  const many = { fr: 'enseignements', en: 'lessons' };
  return `${compte(all.length, one, many, langue)}. ${types.join(', ')}. ${domaines.join(fr ? ' ; ' : '; ')}.`;
}
