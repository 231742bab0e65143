import { escapeHtml } from '../../../words/escape.ts';
import type { Langue, Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Cell } from '../../dataset/rows.ts';
import { badgesHtml } from '../../html/visees.ts';
import { bodyHtml } from '../../html/write.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { type Fiche, type Site, textOf } from '../sites.ts';
import { type Around, authored, sayIn } from './page.ts';
import { libelle } from './rubrics.ts';

/** The parts of a dossier's page under its identity card; what it has nothing of is said to be unknown, once. */
export function sectionsHtml(around: Around, site: Site): string {
  const say = sayIn(around.langue);
  const made = parts.map(({ titre, html }) => ({ titre, html: html(around, site) }));
  const known = made
    .filter(({ html }) => html !== '')
    .map(({ titre, html }) => `<section>\n<h2>${say(titre)}</h2>\n${html}\n</section>`);
  const unknown = made.filter(({ html }) => html === '').map(({ titre }) => say(titre));
  if (unknown.length === 0) return known.join('\n');
  const list = `<section>\n<h2>${say(texts.inconnu)}</h2>\n<p>${say(texts.inconnuTexte)} ${unknown.join(', ')}.</p>\n</section>`;
  return [...known, list].join('\n');
}

interface Part {
  readonly titre: Text;
  /** '' where nothing is known. */
  readonly html: (around: Around, site: Site) => string;
}

const parts: readonly Part[] = [
  { titre: { fr: 'Enjeux', en: 'Challenges' }, html: (around, site) => things(around, site, 'enjeux', ['theme']) },
  { titre: { fr: 'Principes de la stratégie', en: 'Principles of the strategy' }, html: principles },
  {
    titre: { fr: 'Initiatives', en: 'Actions' },
    html: (around, site) => things(around, site, 'initiatives', ['priorite', 'horizon', 'avancement', 'fondements']),
  },
  {
    titre: { fr: 'Freins, leviers, constats', en: 'Obstacles, levers, observations' },
    html: (around, site) => things(around, site, 'enseignements', ['type', 'domaine']),
  },
  {
    titre: { fr: 'Planification', en: 'Planning' },
    html: (around, site) => things(around, site, 'planification', ['document', 'relation', 'etat']),
  },
  {
    titre: { fr: 'Avant et après', en: 'Before and after' },
    html: (around, site) => things(around, site, 'suites', ['sens', 'type', 'etat']),
  },
  {
    titre: { fr: 'Autour de la table', en: 'Round the table' },
    html: (around, site) => things(around, site, 'acteurs', ['categorie', 'roles']),
  },
  { titre: { fr: 'Communes', en: 'Communes' }, html: communes },
  { titre: { fr: 'Sources', en: 'Sources' }, html: sources },
];

/** A list: the author's words, what is coded of them, and the text where there is one. */
function things(around: Around, site: Site, table: string, columns: readonly string[]): string {
  const items = site.rows(table).flatMap((row) => {
    const words = textOf(row.titre) ?? textOf(row.organisme);
    const codes = columns.flatMap((column) => labels(table, column, row[column], around.langue));
    const [first, ...rest] = words === undefined ? codes : [words, ...codes];
    if (first === undefined) return [];
    const named = words === undefined ? escapeHtml(first) : authored(around, first);
    const more = rest.length === 0 ? '' : ` <span class="codes">${escapeHtml(rest.join(' · '))}</span>`;
    return [`<li>${named}${more}${prose(around, row.texte)}</li>`];
  });
  return items.length === 0 ? '' : `<ul class="large">\n${items.join('\n')}\n</ul>`;
}

function labels(table: string, column: string, cell: Cell | undefined, langue: Langue): readonly string[] {
  if (cell === null || cell === undefined || cell === '') return [];
  const codes = typeof cell === 'object' ? cell : [String(cell)];
  return codes.map((code) => libelle(table, column, code, langue));
}

function prose({ auteur }: Around, cell: Cell | undefined): string {
  const text = textOf(cell);
  return text === undefined ? '' : `\n<div lang="${auteur}">${bodyHtml(parseMarkdown(text), auteur)}</div>`;
}

function principles(around: Around, site: Site): string {
  const items = site.rows('principes').map((row) => {
    const visees = typeof row.visees === 'object' && row.visees !== null ? row.visees.join(' ') : '';
    return `<li>${authored(around, textOf(row.titre) ?? '')}\n${badgesHtml(visees, around.langue)}</li>`;
  });
  return items.length === 0 ? '' : `<ul class="large">\n${items.join('\n')}\n</ul>`;
}

function communes(_: Around, site: Site): string {
  const names = [...new Set(site.rows('perimetres').flatMap(({ nom }) => textOf(nom) ?? []))];
  return names.length === 0 ? '' : `<p>${names.map((nom) => escapeHtml(typographie(nom, 'fr'))).join(', ')}.</p>`;
}

function sources(around: Around, site: Site): string {
  const items = site.rows('sources').map((row) => `<li>${source(around, row)}</li>`);
  return items.length === 0 ? '' : `<ul>\n${items.join('\n')}\n</ul>`;
}

function source(around: Around, { titre, editeur, date, url }: Fiche): string {
  const named = authored(around, textOf(titre) ?? textOf(url) ?? '');
  const address = textOf(url);
  // Only what leads to a page: an address typed by hand may begin with anything.
  const linked = address !== undefined && /^https?:\/\//i.test(address);
  const more = [textOf(editeur), textOf(date)].flatMap((text) => (text === undefined ? [] : [authored(around, text)]));
  return [linked ? `<a href="${escapeHtml(address)}">${named}</a>` : named, ...more].join(', ');
}

const texts = {
  inconnu: { fr: 'Ce qui est inconnu', en: 'What is unknown' },
  inconnuTexte: { fr: 'Le dossier ne dit rien de :', en: 'The dossier says nothing of:' },
} as const;
