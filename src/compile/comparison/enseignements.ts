import type { Block, Inline, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { tableOf } from '../figures/figure.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { plainText } from '../markdown/walk.ts';
import { codeOf, codesIn, labelIn, rowsIn } from './said.ts';
import { type Comparaison, type Site, textOf } from './sites.ts';

export const ENSEIGNEMENTS = 'enseignements';

/** A frein, levier or constat that a site draws. */
export interface Enseignement {
  readonly site: Site;
  readonly type: string;
  /** null where the dossier does not say. */
  readonly domaine: string | null;
  readonly titre: string;
  /** Markdown, without the calls of the dossier's own notes; '' where there is none. */
  readonly texte: string;
}

/** All of them: by domaine, then by type, in the order of display, then by site in the order given. */
export function enseignementsOf(comparaison: Comparaison): readonly Enseignement[] {
  const all = rowsIn(comparaison, ENSEIGNEMENTS).map(
    ({ site, row }): Enseignement => ({
      site,
      type: String(row.type),
      domaine: codeOf(row.domaine),
      titre: textOf(row.titre) ?? textOf(row.id) ?? '?',
      // The notes that it calls are in its dossier, not here.
      texte: (textOf(row.texte) ?? '').replace(/\[\^[^\]\s]+\]/g, ''),
    }),
  );
  const domaines: readonly (string | null)[] = [...codesIn(ENSEIGNEMENTS, 'domaine'), null];
  return domaines.flatMap((domaine) =>
    codesIn(ENSEIGNEMENTS, 'type').flatMap((type) => all.filter((one) => one.domaine === domaine && one.type === type)),
  );
}

/** How a domaine is called. */
export function domaineSaid(domaine: string | null, langue: Langue): string {
  if (domaine !== null) return typographie(labelIn(ENSEIGNEMENTS, 'domaine', domaine, langue), langue);
  return langue === 'fr' ? 'domaine inconnu' : 'unknown field';
}

/** The words of a text, a paragraph each. */
function saidIn(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  return blocks.flatMap((block): readonly (readonly Inline[])[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [block.children];
      case 'quote':
      case 'container':
        return saidIn(block.children);
      case 'list':
        return block.items.flatMap(saidIn);
      case 'table':
        return [block.head, ...block.rows].flat();
      case 'fence':
        return [[{ type: 'text', value: block.value }]];
      default:
        return [];
    }
  });
}

/** The same as a table: domaine, type, title and text, site. */
export function enseignementsTable(comparaison: Comparaison, langue: Langue, caption: string): Table {
  const all = enseignementsOf(comparaison);
  const fr = langue === 'fr';
  const head = [fr ? 'Domaine' : 'Field', 'Type', fr ? 'Enseignement' : 'Lesson', 'Site'];
  const rows = all.map(({ domaine, type, titre, texte, site }) => {
    const words = saidIn(parseMarkdown(texte).blocks)
      .map((inlines) => plainText(inlines).trim())
      .filter((words) => words !== '')
      .join(' ');
    return [
      domaine === null ? null : domaineSaid(domaine, langue),
      labelIn(ENSEIGNEMENTS, 'type', type, langue),
      words === '' ? titre : `${ended(titre)} ${words}`,
      site.nom,
    ];
  });
  return tableOf(caption, head, rows, langue);
}

/** A title that words follow ends as a sentence does. */
function ended(titre: string): string {
  return /[.!?…]$/.test(titre.trim()) ? titre : `${titre}.`;
}
