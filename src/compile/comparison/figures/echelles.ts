import { codeList } from '../../../schema/labels.ts';
import { connus, nombre } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Cell } from '../../dataset/rows.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { type LegendEntry, legend, MARK, patterns, unknown, unknownLegend } from '../../figures/marks.ts';
import { element, line, lineHeight, text, widthOf } from '../../figures/svg.ts';
import { annoncesEnLegende } from '../annonces.ts';
import { type Bande, feuillets, lignesDuNom, parGroupe } from '../feuillets.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import {
  columns,
  isObserved,
  type NameOf,
  namesIn,
  OBSERVED_AT,
  OBSERVES,
  type Observe,
  observedCell,
} from '../observes.ts';
import { type Site, textOf } from '../sites.ts';

const LEFT = 150;
const COLUMN = 24;
const SIZE = 11.5;

/** The levels, and a column for the site that does not say; then what is observed. */
const niveaux = (): readonly string[] => Object.keys(codeList('niveau'));
const middleAt = (column: number): number => LEFT + column * COLUMN + COLUMN / 2;
/**
 * The scale that a site declares beside what its perimeter is seen to cross; nothing is concluded.
 * @returns null where no site has either
 */
export const echelles: Dessiner = (asked) => {
  const { langue, prefix, comparaison, carte } = asked;
  const { sites, total } = comparaison;
  const declared = sites.filter(({ dossier }) => textOf(dossier.niveau) !== undefined).length;
  const observed = sites.filter(isObserved).length;
  const either = sites.some((site) => isObserved(site) || isDeclared(site));
  if (!either) return null;
  const fr = langue === 'fr';
  const title = fr
    ? 'L’échelle déclarée, et ce que le périmètre traverse'
    : 'The scale declared, and what the perimeter crosses';
  const nameOf = namesIn(carte);
  const credit = creditOf(sites, langue);
  return {
    id: 'echelles',
    ...feuillets({
      ...{ prefix, langue, title },
      description: describe(sites, langue),
      caption: [
        `${fr ? 'Échelle déclarée : ' : 'Declared scale: '}${connus(declared, total, langue, true)}.`,
        `${fr ? 'Périmètre : ' : 'Perimeter: '}${connus(observed, total, langue)}.`,
        `${credit}.`,
      ].join(' '),
      table: tableOfScales(asked, nameOf, title),
      defs: patterns,
      tete: heads(langue),
      bandes: parGroupe(
        sites.map((site) => ({ ...row(site, nameOf, langue, sites.length <= MANY), groupe: site.groupe })),
      ),
      pied: key(asked),
    }),
    donnees: {
      colonnes: 'dossier nom niveau niveaux_intervention nb_communes epci departements regions'.split(' '),
      lignes: sites.map(
        ({ id, nom, dossier: { niveau, niveaux_intervention, nb_communes, epci, departements, regions } }) =>
          [id, nom, niveau, niveaux_intervention, nb_communes, epci, departements, regions].map((cell) => cell ?? null),
      ),
      origines: [
        {
          table: 'dossiers',
          colonnes:
            'id titre territoire niveau niveaux_intervention nb_communes epci departements regions cog_annee epci_annee'.split(
              ' ',
            ),
        },
      ],
    },
    connus: declared,
    sur: total,
    credit,
  };
};

function isDeclared({ dossier: { niveau, niveaux_intervention: levels } }: Site): boolean {
  return textOf(niveau) !== undefined || Array.isArray(levels);
}

function heads(langue: Langue): Bande {
  const fr = langue === 'fr';
  const labels = [
    // What stands in brackets explains more than a column needs.
    ...niveaux().map((code) => (codeList('niveau')[code]?.[langue] ?? code).replace(/ \(.*\)$/, '')),
    fr ? 'Non dit' : 'Not said',
  ].map((label) => typographie(label, langue));
  const angle = (62 * Math.PI) / 180;
  const high = 18 + Math.max(...labels.map((label) => widthOf(label, 10.5))) * Math.sin(angle) + 12;
  const group = (x: number, y: number, words: string): string =>
    text(x, y + 11, typographie(words, langue), { size: 11, bold: true });
  return {
    height: high,
    draw: (_, y) =>
      [
        group(LEFT, y, fr ? 'Déclaré' : 'Declared'),
        group(OBSERVED_AT, y, fr ? 'Traversé par le périmètre' : 'Crossed by the perimeter'),
        ...labels.map((label, at) =>
          element(
            'g',
            { transform: `translate(${middleAt(at).toFixed(1)} ${(y + high - 8).toFixed(1)}) rotate(-62)` },
            {},
            text(0, 3, label, { size: 10.5, fill: 'sourd' }),
          ),
        ),
        ...columns().map(({ titre, x }) => text(x, y + high - 8, titre[langue], { size: 10.5, fill: 'sourd' })),
        line(0, y + high - 0.5, WIDTH, y + high - 0.5, 'encre'),
      ].join(''),
  };
}

/** Of more sites than this, each has one line: the names of what it crosses stand in the table. */
const MANY = 60;

/** @param tall has room for the names of what is crossed */
function row(site: Site, nameOf: NameOf, langue: Langue, tall: boolean): Bande {
  const name = lignesDuNom(site.nom, LEFT - 14, SIZE);
  const cells = columns().map(({ colonne, x, width }) =>
    observedCell(site, { colonne, x, width: width - 8, named: tall }, nameOf),
  );
  const height = Math.max(tall ? 36 : 30, name.length * lineHeight(SIZE) + 14, ...cells.map((one) => one.height));
  const fr = langue === 'fr';
  return {
    height,
    draw: (prefix, y) =>
      [
        text(0, y + 21, name, { size: SIZE }),
        ...levels(site, prefix, y + 17),
        ...(isObserved(site)
          ? cells.map((one) => one.draw(prefix, y))
          : [
              unknown(
                prefix,
                { x: OBSERVED_AT, y: y + 8, width: WIDTH - OBSERVED_AT, height: 20 },
                fr ? 'périmètre inconnu' : 'unknown perimeter',
              ),
            ]),
        line(0, y + height, WIDTH, y + height, 'filet'),
      ].join(''),
  };
}

/** A dot for the scale of the thinking, a ring for those of action; « R » or « A » where one of them is not said. */
function levels({ dossier }: Site, prefix: string, y: number): readonly string[] {
  const { niveau, niveaux_intervention: acted } = dossier;
  const codes = niveaux();
  const one = textOf(niveau);
  const rings = Array.isArray(acted) ? acted : [];
  const missing = notSaid(dossier);
  return [
    ...codes.map((code, at) => mark(middleAt(at), y, code === one, rings.includes(code))),
    ...(missing.length === 0
      ? []
      : [unknown(prefix, { x: middleAt(codes.length) - 12, y: y - 9, width: 26, height: 18 }, missing.join(''))]),
  ];
}

/** The letters of what a site does not say. */
function notSaid({ niveau, niveaux_intervention: acted }: Site['dossier']): readonly string[] {
  return [...(textOf(niveau) === undefined ? ['R'] : []), ...(Array.isArray(acted) ? [] : ['A'])];
}

function mark(x: number, y: number, thought: boolean, acted: boolean): string {
  if (!thought && !acted) return element('circle', { cx: x, cy: y, r: 1.2 }, { fill: 'sourd' });
  return [
    acted ? element('circle', { cx: x, cy: y, r: 8, 'stroke-width': 1.6 }, { fill: 'none', stroke: 'encre' }) : '',
    thought ? element('circle', { cx: x, cy: y, r: 5 }, { fill: 'encre' }) : '',
  ].join('');
}

function key({ comparaison, langue }: FigureDemandee): Bande {
  const fr = langue === 'fr';
  const missing = comparaison.sites.some(({ dossier }) => notSaid(dossier).length > 0);
  const drawn =
    (thought: boolean, acted: boolean): LegendEntry['mark'] =>
    (x, y) =>
      mark(x + MARK.width / 2, y + MARK.height / 2, thought, acted);
  const entries = (prefix: string): readonly LegendEntry[] => [
    { mark: drawn(true, false), words: fr ? 'Échelle de la réflexion' : 'Scale of the thinking' },
    { mark: drawn(false, true), words: fr ? 'Échelles où l’on agit' : 'Scales of action' },
    ...(missing
      ? [unknownLegend(prefix, fr ? 'Inconnu ; R : réflexion, A : action' : 'Unknown; R: reflection, A: action')]
      : []),
    ...annoncesEnLegende(comparaison, langue, prefix),
  ];
  return {
    height: 18 + legend(entries(''), 0, 0, WIDTH).height,
    draw: (prefix, y) => legend(entries(prefix), 0, y + 16, WIDTH).svg,
  };
}

function creditOf(sites: readonly Site[], langue: Langue): string {
  const latest = (colonne: string): string => {
    const years = sites.flatMap(({ dossier }) => (typeof dossier[colonne] === 'number' ? [dossier[colonne]] : []));
    return years.length === 0 ? '' : ` ${Math.max(...years)}`;
  };
  const [cog, epci] = [latest('cog_annee'), latest('epci_annee')];
  return langue === 'fr'
    ? `Échelle : les dossiers ; périmètre : Code officiel géographique${cog}, Insee ; EPCI${epci}`
    : `Scale: the dossiers; perimeter: Code officiel géographique${cog}, Insee; EPCI${epci}`;
}

/** More sites than this are read in the table. */
const SAID = 40;

function describe(sites: readonly Site[], langue: Langue): string {
  const fr = langue === 'fr';
  const start = fr
    ? 'Une ligne par site : l’échelle déclarée, puis ce que le périmètre traverse.'
    : 'One line a site: the scale declared, then what the perimeter crosses.';
  if (sites.length > SAID) return `${start} ${fr ? 'Tout est dans le tableau.' : 'All is in the table.'}`;
  const each = sites.map(
    ({ nom, dossier }) =>
      `${nom}${fr ? ' : ' : ': '}${labelsOf([textOf(dossier.niveau) ?? ''], langue) || (fr ? 'inconnue' : 'unknown')}`,
  );
  return `${start} ${each.join(fr ? ' ; ' : '; ')}.`;
}

function labelsOf(codes: readonly string[], langue: Langue): string {
  return codes.map((code) => codeList('niveau')[code]?.[langue] ?? code).join(', ');
}

function tableOfScales(
  { langue, comparaison }: FigureDemandee,
  nameOf: NameOf,
  title: string,
): ReturnType<typeof tableOf> {
  const fr = langue === 'fr';
  const rows = comparaison.sites.map((site) => {
    const { niveau, niveaux_intervention: acted } = site.dossier;
    const one = textOf(niveau);
    const said = (cell: Cell | undefined, colonne: Observe['colonne']): string | null => {
      if (!isObserved(site)) return null;
      if (typeof cell === 'number') return nombre(cell, langue);
      if (!Array.isArray(cell)) return null;
      return cell.length === 0 ? '0' : `${cell.length} (${cell.map((code) => nameOf(site, colonne, code)).join(', ')})`;
    };
    return [
      ...[site.nom, one === undefined ? null : labelsOf([one], langue)],
      Array.isArray(acted) ? labelsOf(acted, langue) : null,
      ...OBSERVES.map(({ colonne }) => said(site.dossier[colonne], colonne)),
    ];
  });
  const head = fr
    ? ['Site', 'Échelle de la réflexion', 'Échelles où l’on agit']
    : ['Site', 'Scale of the thinking', 'Scales of action'];
  return tableOf(title, [...head, ...OBSERVES.map(({ titre }) => titre[langue])], rows, langue);
}
