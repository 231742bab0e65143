import type { Table } from '../../../model/markdown.ts';
import { compte, connus, nombre } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { MARK, unknownLegend } from '../../figures/marks.ts';
import { element, line, lineHeight, type TextStyle, text, wrapped } from '../../figures/svg.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { absentLines, absentRows, comparedOf, groupedLines, nameOf, sourceSaid, unknownLine } from '../known.ts';
import { codeOf, codesIn, grouped, labelIn } from '../said.ts';
import { type Band, empty, type Line, type SlantedHeads, sheetsOf, slanted } from '../sheets.ts';
import { type Site, textOf } from '../sites.ts';

/** The enjeux of a site by their theme; null for those whose theme is unknown. */
interface EnjeuxDuSite {
  readonly site: Site;
  readonly themes: ReadonlyMap<string | null, readonly string[]>;
  /** Is the theme of one at least known? */
  readonly known: boolean;
}

const NAMES = { left: 150, size: 11.5 };
const DOT = 6.5;

/**
 * Which themes the enjeux of each site are about: a line a site, a column a theme in the order of the code list, a dot
 * where the site names it.
 * @returns null where no theme of any site is known
 */
export const enjeux: Dessiner = (asked) => {
  const { comparaison, langue } = asked;
  const all = comparaison.sites.map(enjeuxOf);
  const known = all.filter((one) => one.known);
  if (known.length === 0) return null;
  const codes = codesIn('enjeux', 'theme');
  const heads = slanted(
    codes.map((code, n) => ({ words: typographie(themeSaid(code, langue), langue), at: n + 0.5 })),
    codes.length,
    NAMES.left,
  );
  const of = new Map(all.map((one) => [one.site.id, one]));
  const lines = groupedLines(comparaison, langue, (site) => {
    const one = of.get(site.id);
    return one === undefined ? [] : [lineOf(one, codes, heads, langue)];
  });
  const title = langue === 'fr' ? 'Les enjeux, site par site' : 'Challenges, site by site';
  const sheets = sheetsOf(asked, {
    title,
    description: described(known, codes, asked),
    caption: captionOf(known.length, asked),
    table: tableFor(all, codes, title, asked),
    head: headOf(heads),
    lines: [...lines, ...absentLines(comparaison, langue, NAMES)],
    foot: footOf(known, codes, heads, langue),
    key: (prefix) => [
      {
        mark: (x, y) => dot(x + MARK.width / 2, y + MARK.height / 2, 1, langue),
        words: langue === 'fr' ? 'thème d’un enjeu du site' : 'theme of a challenge of the site',
      },
      {
        mark: (x, y) => dot(x + MARK.width / 2, y + MARK.height / 2, 2, langue),
        words: langue === 'fr' ? 'de deux enjeux' : 'of two challenges',
      },
      {
        mark: (x, y) => empty(x + MARK.width / 2, y + MARK.height / 2),
        words: langue === 'fr' ? 'non nommé' : 'not named',
      },
      unknownLegend(prefix, langue === 'fr' ? 'inconnu' : 'unknown'),
    ],
  });
  return comparedOf(asked, sheets, {
    id: 'enjeux',
    connus: known.length,
    donnees: {
      colonnes: ['dossier', 'theme', 'enjeux'],
      lignes: all.flatMap(({ site, themes }) =>
        themes.size === 0
          ? [[site.id, null, null]]
          : [...codes, null].flatMap((code) => {
              const ids = themes.get(code);
              return ids === undefined ? [] : [[site.id, code, ids]];
            }),
      ),
      origines: [{ table: 'enjeux', colonnes: ['dossier', 'id', 'theme'] }],
    },
  });
};

function enjeuxOf(site: Site): EnjeuxDuSite {
  const byTheme = grouped(site.rows('enjeux'), ({ theme }) => codeOf(theme));
  const themes = new Map([...byTheme].map(([theme, rows]) => [theme, rows.map(({ id }) => textOf(id) ?? '')]));
  return { site, themes, known: [...themes.keys()].some((theme) => theme !== null) };
}

function themeSaid(code: string, langue: Langue): string {
  return labelIn('enjeux', 'theme', code, langue);
}

function headOf(heads: SlantedHeads): Band {
  return {
    height: heads.height,
    draw: (y) => heads.draw(y + heads.height) + line(0, y + heads.height, WIDTH, y + heads.height, 'encre'),
  };
}

function lineOf(
  { site, themes, known }: EnjeuxDuSite,
  codes: readonly string[],
  heads: SlantedHeads,
  langue: Langue,
): Line {
  const without = themes.get(null)?.length ?? 0;
  if (!known)
    return unknownLine(site.nom, without === 0 ? noEnjeu[langue] : withoutTheme(without, langue), langue, NAMES);
  const name = nameOf(site.nom, langue, NAMES);
  const aside =
    without === 0
      ? ''
      : `+ ${nombre(without, langue)} ${langue === 'fr' ? 'sans thème connu' : 'without a known theme'}`;
  const height = name.above + name.height + (aside === '' ? 0 : lineHeight(10));
  const draw = (y: number): string =>
    [
      name.svg(y),
      text(0, y + height - 7, aside === '' ? [] : [aside], { size: 10, fill: 'sourd' }),
      ...codes.map((code, n) => {
        const count = themes.get(code)?.length ?? 0;
        const [x, middle] = [heads.x(n + 0.5), y + (name.above + height) / 2];
        return count === 0 ? empty(x, middle) : dot(x, middle, count, langue);
      }),
      line(0, y + height, WIDTH, y + height, 'filet'),
    ].join('');
  return { height, draw, nom: site.nom };
}

const noEnjeu = { fr: 'enjeux inconnus', en: 'challenges unknown' };

function withoutTheme(count: number, langue: Langue): string {
  return compte(
    count,
    { fr: 'enjeu sans thème connu', en: 'challenge without a known theme' },
    { fr: 'enjeux sans thème connu', en: 'challenges without a known theme' },
    langue,
  );
}

/** One dot a theme; how many enjeux are about it, where they are several. */
function dot(x: number, y: number, count: number, langue: Langue): string {
  const circle = element('circle', { cx: x, cy: y, r: count > 1 ? DOT + 1.5 : DOT }, { fill: 'encre' });
  if (count < 2) return circle;
  return circle + text(x, y + 3.5, nombre(count, langue), { size: 10, bold: true, fill: 'fond', anchor: 'middle' });
}

/** Under each column, how many sites name the theme of how many whose enjeux are known. */
function footOf(known: readonly EnjeuxDuSite[], codes: readonly string[], heads: SlantedHeads, langue: Langue): Band {
  const words =
    langue === 'fr' ? 'Sites qui le nomment, sur ceux que l’on connaît' : 'Sites that name it, of those known';
  const lines = wrapped(typographie(words, langue), NAMES.left - 16, 10.5);
  const draw = (y: number): string =>
    [
      line(0, y, WIDTH, y, 'encre'),
      text(0, y + 15, lines, { size: 10.5, fill: 'sourd' }),
      ...codes.map((code, n) => {
        const count = sitesNaming(known, code).length;
        const under = `/${nombre(known.length, langue)}`;
        return (
          text(heads.x(n + 0.5), y + 16, nombre(count, langue), numberStyle(count)) +
          text(heads.x(n + 0.5), y + 30, under, { size: 10, fill: 'sourd', anchor: 'middle' })
        );
      }),
    ].join('');
  return { height: Math.max(36, lines.length * lineHeight(10.5) + 8), draw };
}

function numberStyle(count: number): TextStyle {
  return { size: 12, bold: count > 0, fill: count > 0 ? 'encre' : 'sourd', anchor: 'middle' };
}

function sitesNaming(known: readonly EnjeuxDuSite[], code: string): readonly EnjeuxDuSite[] {
  return known.filter(({ themes }) => themes.has(code));
}

function captionOf(known: number, asked: FigureDemandee): string {
  const { comparaison, langue } = asked;
  const source = sourceSaid(asked, ['enjeux']);
  if (langue === 'en') {
    return `One site a line, one theme a column. Challenges: ${connus(known, comparaison.total, 'en')} sites. ${source}`;
  }
  return `Un site par ligne, un thème par colonne. Enjeux : ${connus(known, comparaison.total, 'fr')} sites. ${source}`;
}

function described(
  known: readonly EnjeuxDuSite[],
  codes: readonly string[],
  { comparaison, langue }: FigureDemandee,
): string {
  const said = codes.flatMap((code) => {
    const count = sitesNaming(known, code).length;
    return count === 0 ? [] : [`${themeSaid(code, langue)}${langue === 'fr' ? ' : ' : ': '}${nombre(count, langue)}`];
  });
  const total = connus(known.length, comparaison.total, langue);
  if (langue === 'en') return `Sites by theme: ${said.join('; ')}. Sites whose challenges are known: ${total}.`;
  return `Nombre de sites par thème : ${said.join(' ; ')}. Sites dont les enjeux sont connus : ${total}.`;
}

function tableFor(
  all: readonly EnjeuxDuSite[],
  codes: readonly string[],
  title: string,
  { comparaison, langue }: FigureDemandee,
): Table {
  const fr = langue === 'fr';
  const rows = all.map(({ site, themes, known }) => {
    const named = codes.flatMap((code) => {
      const count = themes.get(code)?.length ?? 0;
      return count === 0 ? [] : [count === 1 ? themeSaid(code, langue) : `${themeSaid(code, langue)} (${count})`];
    });
    return [site.nom, known ? named.join(' ; ') : null, nombre(themes.get(null)?.length ?? 0, langue)];
  });
  const head = fr
    ? ['Site', 'Thèmes de ses enjeux', 'Enjeux sans thème connu']
    : ['Site', 'Themes of its challenges', 'Challenges without a known theme'];
  return tableOf(title, head, [...rows, ...absentRows(comparaison, langue, head.length)], langue, 2);
}
