import { labelOf } from '../../../schema/labels.ts';
import { dateLisible, periode } from '../../../words/dates.ts';
import { compte, connus, nombre } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { legend, patterns, unknown, unknownLegend } from '../../figures/marks.ts';
import { element, line, lineHeight, rect, text, wrapped } from '../../figures/svg.ts';
import { annoncesEnLegende } from '../annonces.ts';
import { type Bande, feuillets, lignesDuNom, parGroupe } from '../feuillets.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { type Fiche, type Site, textOf } from '../sites.ts';
import { type Axe, axeOf, type Moment, momentOf } from '../temps.ts';

const LEFT = 176;
const RIGHT = 104;
const SIZE = 11.5;

/** A working session, with the days that are known of it. */
interface Seance {
  readonly row: Fiche;
  readonly from: Moment | null;
  readonly to: Moment | null;
}

/** One line of the calendar. */
interface Ligne {
  readonly site: Site;
  readonly debut: Moment | null;
  readonly fin: Moment | null;
  readonly seances: readonly Seance[];
}

/**
 * The compared calendar: a line a site from its start to its end, a mark a working session, years across.
 * @returns null where no date at all is known
 */
export const calendrier: Dessiner = (asked) => {
  const { langue, prefix, comparaison } = asked;
  const lignes = comparaison.sites.map(ligneOf);
  const moments = lignes.flatMap(({ debut, fin, seances }) =>
    [debut, fin, ...seances.flatMap(({ from, to }) => [from, to])].filter((one) => one !== null),
  );
  if (moments.length === 0) return null;
  const fr = langue === 'fr';
  const axe = axeOf(moments, LEFT, WIDTH - RIGHT);
  const title = fr ? 'Le calendrier comparé' : 'The compared calendar';
  const { total } = comparaison;
  const count = (known: (one: Ligne) => boolean): number => lignes.filter(known).length;
  const dated = count(({ debut, fin }) => debut !== null || fin !== null);
  const seances = lignes.flatMap((one) => one.seances);
  const datees = seances.filter(({ from }) => from !== null).length;
  return {
    id: 'calendrier',
    ...feuillets({
      ...{ prefix, langue, title },
      description: describe(lignes, langue),
      caption: [
        `${fr ? 'Début : ' : 'Start: '}${connus(
          count(({ debut }) => debut !== null),
          total,
          langue,
        )}.`,
        `${fr ? 'Fin : ' : 'End: '}${connus(
          count(({ fin }) => fin !== null),
          total,
          langue,
          true,
        )}.`,
        `${fr ? 'Dates des séances : ' : 'Dates of working sessions: '}${connus(datees, seances.length, langue, true)}.`,
        `${creditOf(langue)}.`,
      ].join(' '),
      table: tableOfDates(asked, lignes, title),
      defs: patterns,
      tete: years(axe),
      bandes: parGroupe(
        lignes.map((one) => ({ ...row(one, axe, langue, lignes.length <= MANY), groupe: one.site.groupe })),
      ),
      pied: key(axe, asked),
    }),
    donnees: donneesOf(lignes),
    connus: dated,
    sur: total,
    credit: creditOf(langue),
  };
};

function ligneOf(site: Site): Ligne {
  const seances = site.rows('seances').map((row): Seance => {
    const from = momentOf(row.date);
    return { row, from, to: from && momentOf(row.fin) };
  });
  return { site, debut: momentOf(site.dossier.debut), fin: momentOf(site.dossier.fin), seances };
}

function years({ ans, x, fin }: Axe): Bande {
  return {
    height: 26,
    draw: (_, y) =>
      ans.map((an) => text(x(an) + 4, y + 15, String(an), { size: 11, fill: 'sourd' })).join('') +
      line(0, y + 25.5, WIDTH, y + 25.5, 'encre') +
      [...ans, fin].map((an) => line(x(an), y + 18, x(an), y + 25, 'filet')).join(''),
  };
}

const BAR = 12;

/** Lines of more sites than this are as low as they can be. */
const MANY = 60;

function row(ligne: Ligne, axe: Axe, langue: Langue, tall: boolean): Bande {
  const { site, seances } = ligne;
  const name = lignesDuNom(site.nom, LEFT - 14, SIZE);
  const height = Math.max(
    tall || seances.some(({ from }) => from === null) ? 36 : 28,
    name.length * lineHeight(SIZE) + 14,
  );
  const middle = height / 2;
  return {
    height,
    draw: (prefix, y) =>
      [
        ...[...axe.ans, axe.fin].map((an) => line(axe.x(an), y, axe.x(an), y + height, 'filet')),
        text(0, y + middle + 4 - ((name.length - 1) * lineHeight(SIZE)) / 2, name, { size: SIZE }),
        span(ligne, axe, prefix, y + middle - BAR / 2, langue),
        ...[...seances].sort(longestFirst).map((one) => mark(one, axe, y + middle)),
        ...counted(seances, y + middle, langue),
        line(0, y + height, WIDTH, y + height, 'filet'),
      ].join(''),
  };
}

/** What is sure in full; what lies within the year or the month that is all that is known, pale; the unknown hatched. */
function span({ debut, fin }: Ligne, axe: Axe, prefix: string, y: number, langue: Langue): string {
  const fr = langue === 'fr';
  const [left, right] = [axe.x(axe.debut), axe.x(axe.fin)];
  const hatched = (from: number, to: number, words: string): string => {
    if (to - from < 3) return '';
    return unknown(prefix, { x: from, y: y - 2, width: to - from, height: BAR + 4 }, to - from > 90 ? words : '');
  };
  if (debut === null && fin === null)
    return hatched(left, right, fr ? 'début et fin inconnus' : 'start and end unknown');
  const known = [debut, fin].filter((one) => one !== null);
  const pale = known.filter(({ grain }) => grain !== 'jour').map((one) => band(axe.x(one.from), axe.x(one.to), y));
  if (debut === null || fin === null) {
    const one = debut ?? fin;
    if (one === null) return '';
    const day = one.grain === 'jour' ? rect(axe.x(one.from) - 1.5, y - 2, 3, BAR + 4, { fill: 'sourd' }) : '';
    const rest =
      debut === null
        ? hatched(left, axe.x(one.from) - 2, fr ? 'début inconnu' : 'unknown start')
        : hatched(axe.x(one.to) + 2, right, fr ? 'fin inconnue' : 'unknown end');
    return rest + pale.join('') + day;
  }
  const [from, to] = [debut.grain === 'jour' ? debut.from : debut.to, fin.grain === 'jour' ? fin.to : fin.from];
  const sure = to > from ? rect(axe.x(from), y, Math.max(2, axe.x(to) - axe.x(from)), BAR, { fill: 'filet' }) : '';
  return pale.join('') + sure;
}

/** Known to the year or to the month only. */
function band(from: number, to: number, y: number): string {
  const dashes = { 'stroke-width': 1, 'stroke-dasharray': '3 2' };
  return rect(from, y, Math.max(2, to - from), BAR, { fill: 'teinte', stroke: 'sourd' }, dashes);
}

function longestFirst(a: Seance, b: Seance): number {
  const long = ({ from, to }: Seance): number => (from === null ? 0 : (to ?? from).to - from.from);
  return long(b) - long(a);
}

/** A stroke for a day, a bar for several; where only the month or the year is known, a rule as long as that. */
function mark({ from, to }: Seance, axe: Axe, middle: number): string {
  if (from === null) return '';
  const [x0, x1] = [axe.x(from.from), axe.x(Math.max((to ?? from).to, from.to))];
  if (from.grain !== 'jour') {
    return (
      line(x0 + 1, middle, x1 - 1, middle, 'encre', { 'stroke-width': 1.4, 'stroke-dasharray': '2 2' }) +
      element(
        'circle',
        { cx: (x0 + x1) / 2, cy: middle, r: 2.6, 'stroke-width': 1.2 },
        { fill: 'fond', stroke: 'encre' },
      )
    );
  }
  return rect(x0 - 1, middle - 9, Math.max(2.4, x1 - x0), 18, { fill: 'encre' });
}

/** At the right: how many working sessions, and of how many the date is not known. */
function counted(seances: readonly Seance[], middle: number, langue: Langue): readonly string[] {
  if (seances.length === 0) return [];
  const without = seances.filter(({ from }) => from === null).length;
  const said = compte(seances.length, { fr: 'séance', en: 'session' }, { fr: 'séances', en: 'sessions' }, langue);
  const x = WIDTH - RIGHT + 8;
  if (without === 0) return [text(x, middle + 4, said, { size: 10.5, fill: 'sourd' })];
  const n = nombre(without, langue);
  const undated = langue === 'fr' ? `dont ${n} sans date` : `${n} without a date`;
  const lines = [said, ...wrapped(undated, RIGHT - 8, 10.5)];
  return [text(x, middle + 4 - ((lines.length - 1) * lineHeight(10.5)) / 2, lines, { size: 10.5, fill: 'sourd' })];
}

function key(axe: Axe, { comparaison, langue }: FigureDemandee): Bande {
  const fr = langue === 'fr';
  const entries = (prefix: string) => [
    {
      mark: (x: number, y: number) => rect(x, y + 2, 30, BAR, { fill: 'filet' }),
      words: fr ? 'Du début à la fin' : 'From start to end',
    },
    {
      mark: (x: number, y: number) => band(x, x + 30, y + 2),
      words: fr ? 'Date connue à l’année ou au mois seulement' : 'Date known to the year or month only',
    },
    {
      mark: (x: number, y: number) => rect(x + 14, y - 1, 2.4, 18, { fill: 'encre' }),
      words: fr ? 'Séance' : 'Working session',
    },
    {
      mark: (x: number, y: number) =>
        mark(
          { row: {}, from: { from: 0, to: 1, grain: 'annee' }, to: null },
          { ...axe, x: (at) => x + at * 30 },
          y + 8,
        ),
      words: fr ? 'Séance dont le jour est inconnu' : 'Working session of unknown day',
    },
    unknownLegend(prefix, fr ? 'Date inconnue' : 'Unknown date'),
    ...annoncesEnLegende(comparaison, langue, prefix),
  ];
  return {
    height: 18 + legend(entries(''), 0, 0, WIDTH).height,
    draw: (prefix, y) => legend(entries(prefix), 0, y + 16, WIDTH).svg,
  };
}

function creditOf(langue: Langue): string {
  return langue === 'fr' ? 'Source : les dossiers' : 'Source: the dossiers';
}

/** More than this is read in the table. */
const SAID = 40;

function describe(lignes: readonly Ligne[], langue: Langue): string {
  const fr = langue === 'fr';
  const start = fr ? 'Une ligne par site, les années en travers.' : 'One line a site, years across.';
  if (lignes.length > SAID) return `${start} ${fr ? 'Les dates sont dans le tableau.' : 'Dates are in the table.'}`;
  const unknownDates = fr ? 'dates inconnues' : 'unknown dates';
  const each = lignes.map(({ site: { nom, dossier } }) => {
    const said = periode(textOf(dossier.debut), textOf(dossier.fin), langue);
    return `${nom}${fr ? ' : ' : ': '}${said === '' ? unknownDates : said}`;
  });
  return `${start} ${each.join(fr ? ' ; ' : '; ')}.`;
}

function tableOfDates({ langue }: FigureDemandee, lignes: readonly Ligne[], title: string): ReturnType<typeof tableOf> {
  const fr = langue === 'fr';
  const said = (date: string | undefined): string | null => (date === undefined ? null : dateLisible(date, langue));
  const rows = lignes.map(({ site: { nom, dossier }, seances }) => [
    ...[nom, said(textOf(dossier.debut)), said(textOf(dossier.fin))],
    seances.map(({ row }) => seanceDite(row, langue)).join(fr ? ' ; ' : '; '),
  ]);
  const head = fr ? ['Site', 'Début', 'Fin', 'Séances'] : ['Site', 'Start', 'End', 'Working sessions'];
  return tableOf(title, head, rows, langue);
}

function seanceDite(row: Fiche, langue: Langue): string {
  const type = textOf(row.type);
  const words = textOf(row.titre) ?? (type === undefined ? '' : labelOf('seance_type', type)[langue]);
  const when = periode(textOf(row.date), textOf(row.fin), langue);
  return typographie(`${words} (${when === '' ? (langue === 'fr' ? 'date inconnue' : 'unknown date') : when})`, langue);
}

function donneesOf(lignes: readonly Ligne[]) {
  return {
    colonnes: ['dossier', 'nom', 'marque', 'seance', 'type', 'titre', 'debut', 'fin'],
    lignes: lignes.flatMap(({ site, seances }) => [
      [site.id, site.nom, 'atelier', null, null, null, site.dossier.debut ?? null, site.dossier.fin ?? null],
      ...seances.map(({ row: { id, type, titre, date, fin } }) => [
        ...[site.id, site.nom, 'seance', id ?? null, type ?? null, titre ?? null, date ?? null, fin ?? null],
      ]),
    ]),
    origines: [
      { table: 'dossiers', colonnes: ['id', 'titre', 'territoire', 'debut', 'fin'] },
      { table: 'seances', colonnes: ['dossier', 'id', 'type', 'titre', 'date', 'fin'] },
    ],
  };
}
