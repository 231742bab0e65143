import type { Figure, Table } from '../../model/markdown.ts';
import { compte } from '../../words/numbers.ts';
import type { Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { type Asked, figureOf, tableOf, unknownWord, WIDTH } from './figure.ts';
import { patterns, unknown } from './marks.ts';
import { element, line, lineHeight, picture, text, wrapped } from './svg.ts';

export type Famille = 'collectivites' | 'etat' | 'socio_economique' | 'ingenierie';

/** How near the middle an acteur stands: those who lead, those who work on it, those who take part; null where no role is said. */
export type Cercle = 'pilotage' | 'travail' | 'participation' | null;

/** One organisation. */
export interface ActeurPlace {
  readonly nom: string;
  /** null when the dossier does not say what kind of organisation it is. */
  readonly famille: Famille | null;
  readonly cercle: Cercle;
}

export interface Acteurs extends Asked {
  readonly acteurs: readonly ActeurPlace[];
}

/** The families clockwise from the upper left, as a reader reads the four corners. */
const CORNERS: readonly { readonly famille: Famille; readonly from: number; readonly name: Text }[] = [
  { famille: 'collectivites', from: 180, name: { fr: 'Collectivités', en: 'Local authorities' } },
  { famille: 'etat', from: 270, name: { fr: 'État', en: 'State' } },
  {
    famille: 'socio_economique',
    from: 0,
    name: { fr: 'Acteurs socio-économiques', en: 'Business and civil society' },
  },
  { famille: 'ingenierie', from: 90, name: { fr: 'Ingénierie', en: 'Engineering and research' } },
];

const RINGS: readonly { readonly cercle: Cercle; readonly name: Text }[] = [
  { cercle: 'pilotage', name: { fr: 'Pilotage, maîtrise d’ouvrage', en: 'Lead, commissioning' } },
  { cercle: 'travail', name: { fr: 'Portage, équipe, partenaires', en: 'Promoters, team, partners' } },
  { cercle: 'participation', name: { fr: 'Participants', en: 'Participants' } },
  { cercle: null, name: { fr: 'Rôle inconnu', en: 'Role unknown' } },
];

const DOT = 9;
const STEP = 23;
const SIDE = 206;
const SIZE = 11;

/** An acteur with its number, its place in a corner and its distance from the middle. */
interface Placed extends ActeurPlace {
  readonly numero: number;
}

/**
 * Who is around the table: families as sectors, roles as rings, one numbered dot an organisation, its name beside.
 * @param asked the organisations, the language
 * @returns the picture; a family of which nobody is known is hatched, an unknown role has a ring of its own
 */
export function acteurs(asked: Acteurs): Figure {
  const { langue, prefix } = asked;
  const fr = langue === 'fr';
  const title = fr ? 'Les acteurs, par famille et par rôle' : 'Stakeholders, by family and role';
  const placed = numberedActeurs(asked.acteurs);
  const radii = ringRadii(placed);
  const outer = radii.at(-1)?.outer ?? 0;
  const lists = CORNERS.map(({ famille, name }) =>
    listOf(
      asked,
      name[langue],
      placed.filter((one) => one.famille === famille),
    ),
  );
  const [tl, tr, br, bl] = lists.map((one) => one.height);
  const upper = Math.max(tl ?? 0, tr ?? 0, outer + 8);
  const lower = Math.max(br ?? 0, bl ?? 0, outer + 8);
  const wide = Math.max(WIDTH, 2 * (SIDE + outer + 18));
  const [cx, cy] = [wide / 2, upper];

  const parts = [rings(radii, cx, cy), ...sectors(asked, placed, radii, cx, cy)];
  lists.forEach((list, corner) => {
    const x = corner === 0 || corner === 3 ? 0 : wide - SIDE;
    // The upper lists end where the lower ones begin only if they must: they start at the top.
    const y = corner < 2 ? 0 : cy + 14;
    parts.push(element('g', { transform: `translate(${x} ${y})` }, {}, list.svg));
  });
  const orphans = placed.filter((one) => one.famille === null);
  const last = listOf(asked, fr ? 'Famille inconnue' : 'Family unknown', orphans, wide);
  const bottom = cy + lower + 22;
  if (orphans.length > 0) parts.push(element('g', { transform: `translate(0 ${bottom})` }, {}, last.svg));
  const height = bottom + (orphans.length > 0 ? last.height : 0);
  const description = describe(asked);
  return figureOf(asked, {
    svg: picture({ prefix, title, description, width: wide, height }, patterns(prefix), parts),
    title,
    description,
    caption: fr
      ? 'Au centre, qui pilote et commande ; autour, qui porte, étudie ou accompagne ; au bord, qui participe.'
      : 'In the middle, those who lead and commission; around them, those who promote, study or support; at the edge, those who take part.',
    table: dataOf(asked, placed, title),
  });
}

/** Numbers run family by family and from the middle outwards, so that each list reads in order. */
function numberedActeurs(all: readonly ActeurPlace[]): readonly Placed[] {
  const families: readonly (Famille | null)[] = [...CORNERS.map((corner) => corner.famille), null];
  const sorted = families.flatMap((famille) =>
    RINGS.flatMap(({ cercle }) => all.filter((one) => one.famille === famille && one.cercle === cercle)),
  );
  return sorted.map((one, index) => ({ ...one, numero: index + 1 }));
}

interface Ring {
  readonly cercle: Cercle;
  readonly inner: number;
  readonly outer: number;
}

/** Each ring is as thick as its fullest sector needs; that of unknown roles is there only when somebody stands in it. */
function ringRadii(placed: readonly Placed[]): readonly Ring[] {
  const rings: Ring[] = [];
  let inner = 0;
  for (const { cercle } of RINGS) {
    const most = Math.max(
      0,
      ...CORNERS.map(({ famille }) => placed.filter((one) => one.famille === famille && one.cercle === cercle).length),
    );
    if (cercle === null && most === 0) continue;
    let left = most;
    let outer = Math.max(inner + STEP + 10, cercle === 'pilotage' ? 52 : 0);
    for (let row = 0; left > 0; row++) {
      const radius = rowRadius({ cercle, inner, outer }, row);
      left -= capacity(radius);
      outer = Math.max(outer, radius + STEP / 2 + 7);
    }
    rings.push({ cercle, inner, outer });
    inner = outer;
  }
  return rings;
}

function rowRadius(ring: Ring, row: number): number {
  const first = ring.inner === 0 ? 34 : ring.inner + STEP / 2 + 6;
  return first + row * STEP;
}

/** How many dots stand on a quarter of a circle, away from the lines between sectors. */
function capacity(radius: number): number {
  return Math.max(1, Math.floor(((Math.PI / 2) * radius - 2 * (DOT + 5)) / STEP) + 1);
}

function rings(radii: readonly Ring[], cx: number, cy: number): string {
  const circles = [...radii].reverse().map((ring, index) =>
    element(
      'circle',
      { cx, cy, r: ring.outer, 'stroke-width': 1, ...(ring.cercle === null ? { 'stroke-dasharray': '3 2.5' } : {}) },
      {
        fill: (radii.length - index) % 2 === 1 ? 'teinte' : 'fond',
        stroke: ring.cercle === null ? 'sourd' : 'filet',
      },
    ),
  );
  const outer = radii.at(-1)?.outer ?? 0;
  return [
    ...circles,
    line(cx - outer, cy, cx + outer, cy, 'fond', { 'stroke-width': 5 }),
    line(cx, cy - outer, cx, cy + outer, 'fond', { 'stroke-width': 5 }),
  ].join('');
}

function sectors(asked: Acteurs, placed: readonly Placed[], radii: readonly Ring[], cx: number, cy: number): string[] {
  return CORNERS.flatMap(({ famille, from }) => {
    const here = placed.filter((one) => one.famille === famille);
    if (here.length === 0) return [emptySector(asked.prefix, from, radii.at(-1)?.outer ?? 0, cx, cy)];
    return radii.flatMap((ring) => {
      const inRing = here.filter((one) => one.cercle === ring.cercle);
      return dots(asked, ring, inRing, from, cx, cy);
    });
  });
}

function dots(asked: Acteurs, ring: Ring, here: readonly Placed[], from: number, cx: number, cy: number): string[] {
  const parts: string[] = [];
  let done = 0;
  for (let row = 0; done < here.length; row++) {
    const radius = rowRadius(ring, row);
    const some = here.slice(done, done + capacity(radius));
    some.forEach((one, n) => {
      const angle = ((from + (90 * (n + 0.5)) / some.length) * Math.PI) / 180;
      parts.push(dot(asked.prefix, one, cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)));
    });
    done += some.length;
  }
  return parts;
}

/** Filled for those who lead, ringed for the others, hatched where the role is not known: readable without colour. */
function dot(prefix: string, one: Placed, x: number, y: number): string {
  const number = { size: 10, bold: true, anchor: 'middle' } as const;
  if (one.cercle === null) {
    const hatched = element(
      'circle',
      { cx: x, cy: y, r: DOT, 'stroke-dasharray': '3 2.5' },
      { fill: `#${prefix}-inconnu`, stroke: 'sourd' },
    );
    return hatched + text(x, y + 3.5, String(one.numero), { ...number, halo: true });
  }
  const leads = one.cercle === 'pilotage';
  const circle = element(
    'circle',
    { cx: x, cy: y, r: DOT, 'stroke-width': 1.2 },
    { fill: leads ? 'encre' : 'fond', stroke: 'encre' },
  );
  return circle + text(x, y + 3.5, String(one.numero), { ...number, fill: leads ? 'fond' : 'encre' });
}

function emptySector(prefix: string, from: number, radius: number, cx: number, cy: number): string {
  const at = (degrees: number): string => {
    const angle = (degrees * Math.PI) / 180;
    return `${(cx + (radius - 3) * Math.cos(angle)).toFixed(2)} ${(cy + (radius - 3) * Math.sin(angle)).toFixed(2)}`;
  };
  const path = `M${cx} ${cy} L${at(from + 2)} A${radius - 3} ${radius - 3} 0 0 1 ${at(from + 88)} Z`;
  return element('path', { d: path, 'stroke-dasharray': '3 2.5' }, { fill: `#${prefix}-inconnu`, stroke: 'sourd' });
}

/** A family's name, then its organisations by ring, each with its number. */
function listOf(
  asked: Acteurs,
  name: string,
  here: readonly Placed[],
  width: number = SIDE,
): { svg: string; height: number } {
  const { langue, prefix } = asked;
  const parts = [text(0, 12, name, { size: 12.5, bold: true }), line(0, 19, Math.min(width, SIDE), 19, 'encre')];
  let y = 22;
  if (here.length === 0) {
    const none = langue === 'fr' ? 'personne de connu' : 'nobody known';
    parts.push(unknown(prefix, { x: 0, y: y + 6, width: 132, height: 18 }, none));
    return { svg: parts.join(''), height: y + 34 };
  }
  for (const ring of RINGS) {
    const inRing = here.filter((one) => one.cercle === ring.cercle);
    if (inRing.length === 0) continue;
    parts.push(text(0, y + 13, ring.name[langue], { size: 10, fill: 'sourd' }));
    y += 17;
    for (const one of inRing) {
      const lines = wrapped(typographie(one.nom, langue), width - 24, SIZE);
      parts.push(text(16, y + 12, String(one.numero), { size: SIZE, bold: true, anchor: 'end' }));
      parts.push(text(23, y + 12, lines, { size: SIZE }));
      y += lines.length * lineHeight(SIZE) + 3;
    }
    y += 4;
  }
  return { svg: parts.join(''), height: y + 8 };
}

function describe({ langue, acteurs: all }: Acteurs): string {
  const organisations = compte(
    all.length,
    { fr: 'organisme', en: 'organisation' },
    { fr: 'organismes', en: 'organisations' },
    langue,
  );
  const families = CORNERS.map(({ famille, name }) => {
    const count = all.filter((one) => one.famille === famille).length;
    const none = langue === 'fr' ? 'personne de connu' : 'nobody known';
    return `${name[langue]}${langue === 'fr' ? ' : ' : ': '}${count === 0 ? none : count}`;
  });
  return `${organisations}. ${families.join(langue === 'fr' ? ' ; ' : '; ')}.`;
}

function dataOf({ langue }: Acteurs, placed: readonly Placed[], title: string): Table {
  const fr = langue === 'fr';
  const head = [
    fr ? 'Numéro' : 'Number',
    fr ? 'Organisme' : 'Organisation',
    fr ? 'Famille' : 'Family',
    fr ? 'Rôle' : 'Role',
  ];
  const rows = placed.map((one) => [
    String(one.numero),
    one.nom,
    CORNERS.find((corner) => corner.famille === one.famille)?.name[langue] ?? null,
    one.cercle === null
      ? null
      : (RINGS.find((ring) => ring.cercle === one.cercle)?.name[langue] ?? unknownWord(langue)),
  ]);
  return tableOf(title, head, rows, langue);
}
