import type { Table } from '../../../model/markdown.ts';
import { connus, nombre } from '../../../words/numbers.ts';
import type { Langue, Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, unknownWord, WIDTH } from '../../figures/figure.ts';
import { MARK, unknown, unknownLegend } from '../../figures/marks.ts';
import { line, lineHeight, text, wrapped } from '../../figures/svg.ts';
import type { Dessiner, FigureComparee, FigureDemandee } from '../figure.ts';
import { absentLines, absentRows, comparedOf, groupedLines, nameOf, sourceSaid, unknownLine } from '../known.ts';
import { labelIn } from '../said.ts';
import { type Band, empty, type Line, sheetsOf } from '../sheets.ts';
import { type Bloc, type Colonnes, colonnesOf, headBand, kindSaid } from '../table-columns.ts';
import { CERCLES, cercleMark, demarcheMark, peopleSaid } from '../table-marks.ts';
import { type ActeursDuSite, type ParticipationDuSite, type TourDeTable, tourDeTableOf } from '../tour-de-table.ts';

const NAMES = { left: 122, size: 11.5 };
const STEP = 18;
const PEOPLE = 12;

/**
 * Who was round the table of each site: families and their categories across, the role by the shape of the mark; then
 * how inhabitants took part.
 * @returns null where neither the acteurs nor the participation of any site is known
 */
export const acteurs: Dessiner = (asked) => {
  const { comparaison, langue } = asked;
  const all = comparaison.sites.map(tourDeTableOf);
  const known = all.filter((one) => one.acteurs.length > 0);
  const open = all.filter((one) => one.participation.length > 0);
  if (known.length === 0 && open.length === 0) return null;
  const colonnes = colonnesOf(all, langue, NAMES.left);
  const of = new Map(all.map((one) => [one.site.id, one]));
  const lines = groupedLines(comparaison, langue, (site) => {
    const one = of.get(site.id);
    return one === undefined ? [] : [lineOf(one, colonnes, langue)];
  });
  const title = langue === 'fr' ? 'Qui était autour de la table' : 'Who was round the table';
  const sheets = sheetsOf(asked, {
    title,
    description: described(known, open, asked),
    caption: captionOf(known.length, open.length, asked),
    table: tableFor(all, title, asked),
    head: headBand(colonnes, langue),
    lines: [...lines, ...absentLines(comparaison, langue, NAMES)],
    foot: footOf(known, open, colonnes, langue),
    key: (prefix) => [
      ...CERCLES.map(({ cercle, name }) => ({
        mark: (x: number, y: number) => cercleMark(cercle, x + MARK.width / 2, y + MARK.height / 2, 1, prefix, langue),
        words: name[langue],
      })),
      {
        mark: (x, y) => demarcheMark(x + MARK.width / 2, y + MARK.height / 2, 1, langue),
        words: langue === 'fr' ? 'une démarche, ou une séance' : 'a process, or a session',
      },
      unknownLegend(prefix, unknownWord(langue)),
    ],
  });
  return comparedOf(asked, sheets, { id: 'acteurs', connus: known.length, donnees: donneesOf(all) });
};

/** What stands in one column of a line, one mark under the other. */
interface Cell {
  readonly x: number;
  readonly height: number;
  readonly draw: (y: number, prefix: string) => string;
}

function lineOf(one: TourDeTable, colonnes: Colonnes, langue: Langue): Line {
  const { site } = one;
  const { participation, heads, left } = colonnes;
  const missing = missingOf(one, langue);
  if (one.acteurs.length === 0 && one.participation.length === 0) {
    return unknownLine(site.nom, `${missing.acteurs}, ${missing.participation}`, langue, NAMES);
  }
  const name = nameOf(site.nom, langue, NAMES);
  const cells = [...acteurCells(one, colonnes, langue), ...participationCells(one, colonnes, langue)];
  const room = Math.max(name.height, ...cells.map((cell) => cell.height + 8));
  const height = name.above + room;
  const hatched = (x: number, to: number, words: string) => (y: number, prefix: string) =>
    unknown(prefix, { x, y: y + name.above + room / 2 - 8, width: to - x, height: 16 }, words);
  const people = heads.x(participation.from);
  const holes = [
    ...(one.acteurs.length === 0 ? [hatched(left, people - 8, missing.acteurs)] : []),
    ...(one.participation.length === 0 ? [hatched(people, heads.x(participation.to), missing.participation)] : []),
  ];
  const draw = (y: number, prefix: string): string =>
    [
      name.svg(y),
      ...cells.map((cell) => cell.draw(y + name.above + (room - cell.height) / 2, prefix)),
      ...holes.map((hole) => hole(y, prefix)),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  return { height, draw, nom: site.nom };
}

function missingOf({ sought }: TourDeTable, langue: Langue): Record<'acteurs' | 'participation', string> {
  if (langue === 'en') {
    return { acteurs: 'stakeholders unknown', participation: sought ? 'sought, not found' : 'participation unknown' };
  }
  return { acteurs: 'acteurs inconnus', participation: sought ? 'cherchée, non trouvée' : 'participation inconnue' };
}

function acteurCells(
  { acteurs: own }: TourDeTable,
  { acteurs: blocs, heads }: Colonnes,
  langue: Langue,
): readonly Cell[] {
  if (own.length === 0) return [];
  return columnsIn(blocs).map(({ code, at }): Cell => {
    const x = heads.x(at);
    const here = CERCLES.flatMap(({ cercle }) => own.filter((one) => one.categorie === code && one.cercle === cercle));
    if (here.length === 0) return nothing(x);
    const draw = (y: number, prefix: string): string =>
      here
        .map((one, n) => cercleMark(one.cercle, x, y + (n + 0.5) * STEP, one.acteurs.length, prefix, langue))
        .join('');
    return { x, height: here.length * STEP, draw };
  });
}

function participationCells(one: TourDeTable, { participation, heads }: Colonnes, langue: Langue): readonly Cell[] {
  if (one.participation.length === 0) return [];
  return participation.colonnes.map(({ code, at }): Cell => {
    const x = heads.x(at);
    const found = one.participation.find(({ type }) => type === code);
    if (found === undefined) return nothing(x);
    const draw = (y: number): string =>
      demarcheMark(x, y + STEP / 2, found.nombre, langue) +
      text(x, y + STEP + 9, peopleSaid(found, langue), { size: 10, anchor: 'middle' });
    return { x, height: STEP + PEOPLE, draw };
  });
}

function nothing(x: number): Cell {
  return { x, height: STEP, draw: (y) => empty(x, y + STEP / 2) };
}

function columnsIn(blocs: readonly Bloc[]): Bloc['colonnes'] {
  return blocs.flatMap(({ colonnes }) => colonnes);
}

/** Under each column, how many sites have it of how many of which it is known. */
function footOf(known: readonly TourDeTable[], open: readonly TourDeTable[], colonnes: Colonnes, langue: Langue): Band {
  const words = langue === 'fr' ? 'Nombre de sites, sur ceux que l’on connaît' : 'Number of sites, of those known';
  const lines = wrapped(typographie(words, langue), NAMES.left - 16, 10.5);
  const numbers = [
    ...columnsIn(colonnes.acteurs).map(({ code, at }) => {
      const count = known.filter((one) => one.acteurs.some(({ categorie }) => categorie === code)).length;
      return { at, count, of: known.length };
    }),
    ...colonnes.participation.colonnes.map(({ code, at }) => {
      const count = open.filter((one) => one.participation.some(({ type }) => type === code)).length;
      return { at, count, of: open.length };
    }),
  ];
  const draw = (y: number): string =>
    [
      line(0, y, WIDTH, y, 'encre'),
      text(0, y + 15, lines, { size: 10.5, fill: 'sourd' }),
      ...numbers.flatMap(({ at, count, of }) => {
        const x = colonnes.heads.x(at);
        const strong = { size: 12, bold: count > 0, fill: count > 0 ? 'encre' : 'sourd', anchor: 'middle' } as const;
        return [
          text(x, y + 16, nombre(count, langue), strong),
          text(x, y + 30, `/${nombre(of, langue)}`, { size: 10, fill: 'sourd', anchor: 'middle' }),
        ];
      }),
    ].join('');
  return { height: Math.max(36, lines.length * lineHeight(10.5) + 8), draw };
}

function captionOf(known: number, open: number, asked: FigureDemandee): string {
  const { comparaison, langue } = asked;
  const source = sourceSaid(asked, ['acteurs', 'participation']);
  const { total } = comparaison;
  if (langue === 'en') {
    return `In a mark, how many organisations where they are several. Under a process, how many people came: ≈ about, + others not counted, ? nobody counted. Stakeholders: ${connus(known, total, 'en')} sites; participation: ${connus(open, total, 'en')}. ${source}`;
  }
  return `Dans une marque, le nombre d’organismes quand ils sont plusieurs. Sous une démarche, les personnes venues : ≈ environ, + d’autres non comptées, ? aucune comptée. Acteurs : ${connus(known, total, 'fr')} sites ; participation : ${connus(open, total, 'fr', true)}. ${source}`;
}

function described(
  known: readonly TourDeTable[],
  open: readonly TourDeTable[],
  { comparaison, langue }: FigureDemandee,
): string {
  const separator = langue === 'fr' ? ' : ' : ': ';
  const codes = [...new Set(known.flatMap((one) => one.acteurs.map(({ famille }) => famille)))];
  const said = codes.map((code) => {
    const count = known.filter((one) => one.acteurs.some(({ famille }) => famille === code)).length;
    return `${code === null ? unknownWord(langue) : labelIn('acteurs', 'categorie', code, langue)}${separator}${nombre(count, langue)}`;
  });
  const [a, p] = [connus(known.length, comparaison.total, langue), connus(open.length, comparaison.total, langue)];
  if (langue === 'en') return `Sites by family: ${said.join('; ')}. Stakeholders: ${a} sites. Participation: ${p}.`;
  return `Nombre de sites par famille : ${said.join(' ; ')}. Acteurs : ${a} sites. Participation : ${p}.`;
}

/** One row a mark; a site has a row of unknowns for what is not known of it. */
function donneesOf(all: readonly TourDeTable[]): FigureComparee['donnees'] {
  const lignes = all.flatMap(({ site, acteurs: own, participation }) => [
    ...(own.length === 0 ? [[site.id, 'acteurs', null, null, null, null, null, null]] : []),
    ...own.map((one) => [site.id, 'acteurs', one.categorie, one.cercle, one.acteurs.length, one.acteurs, null, null]),
    ...(participation.length === 0 ? [[site.id, 'participation', null, null, null, null, null, null]] : []),
    ...participation.map((one) => [
      ...[site.id, 'participation', one.type, null, one.nombre, null],
      ...[one.personnes, one.personnes === null ? null : one.approche],
    ]),
  ]);
  return {
    colonnes: ['dossier', 'objet', 'code', 'cercle', 'nombre', 'acteurs', 'personnes', 'personnes_approche'],
    lignes,
    origines: [
      { table: 'acteurs', colonnes: ['dossier', 'id', 'categorie', 'roles'] },
      { table: 'participation', colonnes: ['dossier', 'origine', 'type', 'public', 'nombre', 'nombre_approche'] },
    ],
  };
}

function tableFor(all: readonly TourDeTable[], title: string, { comparaison, langue }: FigureDemandee): Table {
  const rows = all.map(({ site, acteurs: own, participation }) => [
    site.nom,
    ...CERCLES.map(({ cercle }) =>
      own.length === 0
        ? null
        : acteursSaid(
            own.filter((one) => one.cercle === cercle),
            langue,
          ),
    ),
    participation.length === 0 ? null : participation.map((one) => participationSaid(one, langue)).join(' ; '),
  ]);
  const head = [
    'Site',
    ...CERCLES.map(({ name }) => capital(name, langue)),
    langue === 'fr' ? 'Participation des habitants' : 'Participation of inhabitants',
  ];
  return tableOf(title, head, [...rows, ...absentRows(comparaison, langue, head.length)], langue);
}

function capital(name: Text, langue: Langue): string {
  const [first = '', ...rest] = name[langue];
  return first.toUpperCase() + rest.join('');
}

function acteursSaid(own: readonly ActeursDuSite[], langue: Langue): string {
  const said = own.map(({ categorie, acteurs: ids }) => {
    const label = categorie === null ? unknownWord(langue) : labelIn('acteurs', 'categorie', categorie, langue);
    return ids.length === 1 ? label : `${label} : ${nombre(ids.length, langue)}`;
  });
  return said.join(' ; ');
}

function participationSaid(one: ParticipationDuSite, langue: Langue): string {
  const fr = langue === 'fr';
  const label = `${kindSaid(one.type, langue)}${fr ? ' : ' : ': '}${nombre(one.nombre, langue)}`;
  if (one.personnes === null) return `${label} (${fr ? 'personnes non comptées' : 'people not counted'})`;
  const people = nombre(`${one.approche ? '~' : ''}${one.personnes}`, langue);
  const others = one.nonComptees === 0 ? '' : fr ? ', et d’autres non comptées' : ', and others not counted';
  return `${label} (${people} ${fr ? 'personnes' : 'people'}${others})`;
}
