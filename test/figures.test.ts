import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acteurs } from '../src/compile/figures/acteurs.ts';
import { couverture } from '../src/compile/figures/couverture.ts';
import { feuilleDeRoute } from '../src/compile/figures/feuille-de-route.ts';
import { financement } from '../src/compile/figures/financement.ts';
import { participation } from '../src/compile/figures/participation.ts';
import { widthOf, wrapped } from '../src/compile/figures/svg.ts';
import { COULEURS } from '../src/compile/figures/theme.ts';
import { COULEURS_CARTE } from '../src/compile/maps/theme.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import type { Figure } from '../src/model/markdown.ts';

const LONG =
  'Faire de l’accueil des nouveaux habitants une ressource pour l’anticonstitutionnellement-intercommunale des bourgs';
const asked = { prefix: 'f1', langue: 'fr' } as const;

const figures: Record<string, Figure> = {
  couverture: couverture({
    ...asked,
    fondements: [{ code: 'a', libelle: 'Adéquation aux ressources et limites planétaires' }],
    principes: [
      { titre: LONG, visees: ['transition'], initiatives: 2, fondements: { a: 1 }, sansFondement: 1 },
      { titre: 'Sans visées', visees: null, initiatives: 3, fondements: {}, sansFondement: 3 },
    ],
  }),
  feuilleDeRoute: feuilleDeRoute({
    ...asked,
    initiatives: [
      { titre: LONG, horizon: 'court', priorite: 1, visees: ['sobriete', 'transition', 'developpement'] },
      { titre: 'Quand ?', horizon: null, priorite: null, visees: null },
    ],
  }),
  financement: financement({
    ...asked,
    initiatives: 5,
    initiativesChiffrees: 2,
    sources: [
      { libelle: 'État', montants: { acquis: 90000, espere: 10000 }, sansMontant: 2 },
      { libelle: null, montants: {}, sansMontant: 1 },
    ],
  }),
  participation: participation({
    ...asked,
    publics: [
      { code: 'elus', libelle: 'Élus' },
      { code: 'habitants', libelle: 'Habitants et usagers' },
    ],
    seances: [
      {
        titre: LONG,
        date: '30 janvier 2017',
        publics: { elus: { nombre: 20, approche: false }, habitants: null },
        total: { nombre: 60, approche: true },
      },
      { titre: 'Panel', date: '', publics: {}, total: null },
    ],
  }),
  acteurs: acteurs({
    ...asked,
    acteurs: [
      ...Array.from({ length: 30 }, (_, n) => ({
        nom: `Commune ${n}`,
        famille: 'collectivites' as const,
        cercle: 'travail' as const,
      })),
      { nom: LONG, famille: 'etat', cercle: 'pilotage' },
      { nom: 'Sans rôle', famille: 'etat', cercle: null },
      { nom: 'Sans famille', famille: null, cercle: 'participation' },
    ],
  }),
};

const unknowns = (figure: Figure): number => figure.svg.match(/fill="url\(#f1-inconnu\)"/g)?.length ?? 0;
const said = (figure: Figure): string =>
  [...figure.svg.matchAll(/<text[^>]*>([^<]*)</g)].map((one) => one[1]).join(' ');
const rows = (figure: Figure): string[][] => (figure.table?.rows ?? []).map((row) => row.map(plainText));

describe.each(Object.entries(figures))('%s', (_, figure) => {
  it('se dit à qui ne la voit pas : titre, description, tableau', () => {
    expect(figure.svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="f1-titre f1-desc"/);
    expect(figure.svg).toMatch(/<title id="f1-titre">[^<]+<\/title><desc id="f1-desc">[^<]+<\/desc>/);
    expect(figure.title.length * figure.description.length * rows(figure).length).toBeGreaterThan(0);
    expect(rows(figure).flat()).toContain('inconnu');
  });

  it('a des identifiants à elle et des nombres lisibles partout', () => {
    for (const [, id] of figure.svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^f1-/);
    for (const [, id] of figure.svg.matchAll(/url\(#([^)]+)\)/g)) expect(figure.svg).toContain(`id="${id}"`);
    expect(figure.svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('ne sort pas de son cadre', () => {
    const [, width = '0', height = '0'] = /viewBox="0 0 (\S+) (\S+)"/.exec(figure.svg) ?? [];
    for (const [, x, y, size, words] of figure.svg
      .replace(/<g transform.*?<\/g>/g, '')
      .matchAll(/<text class="[^"]*" x="(\S+)" y="(\S+)" font-size="(\S+)">([^<]*)</g)) {
      expect(Number(x) + widthOf(words ?? '', Number(size))).toBeLessThanOrEqual(Number(width) + 1);
      expect(Number(y)).toBeLessThanOrEqual(Number(height));
    }
  });
});

describe('l’inconnu', () => {
  it('couverture : visées et fondements hachurés, comptés à part', () => {
    expect(unknowns(figures.couverture!)).toBe(3); // visées, fondements, légende
    expect(said(figures.couverture!)).toContain('+ 1 sans fondement connu');
    expect(said(figures.couverture!)).toContain('1\u00a0connu sur 2');
    expect(rows(figures.couverture!)[1]).toEqual(['Sans visées', 'inconnu', '0', '3']);
  });

  it('feuille de route : une colonne et une ligne, seulement s’il le faut', () => {
    expect(said(figures.feuilleDeRoute!)).toContain('horizon inconnu');
    expect(plainText(figures.feuilleDeRoute!.caption)).toBe(
      'Horizon\u00a0: 1\u00a0connu sur 2. Priorité\u00a0: 1\u00a0connue sur 2.',
    );
    // Whatever the order in which they are typed.
    expect(JSON.stringify(figures.feuilleDeRoute!.table)).toContain('Développement, Transition, Sobriété');
    const known = feuilleDeRoute({ ...asked, initiatives: [{ titre: 'a', horizon: 'long', priorite: 3, visees: [] }] });
    expect(said(known)).not.toContain('horizon inconnu');
  });

  it('financement : les montants inconnus sont nommés, jamais comptés pour zéro', () => {
    expect(said(figures.financement!)).toContain('100\u202f000\u00a0€ + 2 inconnus');
    expect(said(figures.financement!)).toContain('Source inconnue ? 1 montant inconnu');
    expect(said(figures.financement!)).toContain('3 initiatives sur 5 ne disent rien de leurs moyens');
  });

  it('participation : venus sans être comptés n’est pas « personne »', () => {
    expect(unknowns(figures.participation!)).toBe(3); // habitants, total, légende
    expect(rows(figures.participation!)).toEqual([
      [`${LONG}, 30 janvier 2017`, '20', 'inconnu', 'environ 60'],
      ['Panel', '', '', 'inconnu'],
    ]);
  });

  it('acteurs : familles vides hachurées, rôle et famille inconnus nommés', () => {
    expect(figures.acteurs!.svg.match(/<path [^>]*fill="url\(#f1-inconnu\)"/g)).toHaveLength(2);
    expect(said(figures.acteurs!)).toContain('personne de connu');
    expect(said(figures.acteurs!)).toContain('Rôle inconnu');
    expect(said(figures.acteurs!)).toContain('Famille inconnue Participants 33 Sans famille');
  });
});

describe('les pastilles des acteurs', () => {
  it('ne se touchent jamais, même à trente dans un secteur', () => {
    const dots = [...figures.acteurs!.svg.matchAll(/cx="(\S+)" cy="(\S+)" r="9"/g)].map(
      (one) => [Number(one[1]), Number(one[2])] as const,
    );
    expect(dots).toHaveLength(32);
    dots.forEach(([x, y], n) => {
      for (const [a, b] of dots.slice(n + 1)) expect(Math.hypot(x - a, y - b)).toBeGreaterThan(19);
    });
  });
});

describe('wrapped', () => {
  it('ne perd rien et coupe les mots trop longs', () => {
    const lines = wrapped(LONG, 60, 12);
    expect(lines.join('').replaceAll(' ', '')).toBe(LONG.replaceAll(' ', ''));
    for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(60);
  });
});

describe('les couleurs', () => {
  const style = readFileSync(new URL('../templates/style.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = style.split('prefers-color-scheme: dark');

  it.each(Object.entries({ ...COULEURS, ...COULEURS_CARTE }))(
    '%s est la même dans la feuille de style',
    (name, { clair, sombre }) => {
      expect(light).toContain(`--${name}: ${clair};`);
      expect(dark).toContain(`--${name}: ${sombre};`);
      // Maps fill or stroke with a colour, as each of them needs; figures do both.
      if (name in COULEURS_CARTE) {
        expect(style).toMatch(new RegExp(`\\.[ft]-${name} \\{\\s*(?:fill|stroke): var\\(--${name}\\);`));
        return;
      }
      expect(style).toMatch(new RegExp(`\\.f-${name} \\{\\s*fill: var\\(--${name}\\);`));
      expect(style).toMatch(new RegExp(`\\.t-${name} \\{\\s*stroke: var\\(--${name}\\);`));
    },
  );

  it.each(['encre', 'sourd', 'D', 'T', 'S'] as const)(
    '%s se lit sur la page et sur les teintes, en clair et en sombre',
    (name) => {
      for (const theme of ['clair', 'sombre'] as const) {
        for (const ground of ['fond', 'teinte'] as const) {
          expect(contrast(COULEURS[name][theme], COULEURS[ground][theme])).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );
});

/** The contrast of two colours, as WCAG counts it. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
