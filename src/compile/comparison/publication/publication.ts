import type { Block, Inline, MarkdownTree } from '../../../model/markdown.ts';
import type { Text } from '../../../words/text.ts';
import type { Starting } from '../../engines.ts';
import { numbered, withIds } from '../../markdown/finish.ts';
import { changed, replaceContainers } from '../../markdown/walk.ts';
import { fill } from '../../report/fill.ts';
import { motsOf } from '../../report/mots.ts';
import { namesOf } from '../../report/names.ts';
import { penFor } from '../../report/pen.ts';
import { COMPARISON_TEMPLATE } from '../../report/plan.ts';
import { type Composed, type Format, type Report, writtenIn } from '../../report/report.ts';
import type { FigureComparee } from '../figure.ts';
import { figuresComparees } from '../figures/index.ts';
import { publicationFrame, titreOf } from './frame.ts';
import { inclusions } from './inclusions.ts';
import {
  MOST_MONOGRAPHS,
  type Monographies,
  type PublicationContext,
  type PublicationMatter,
  SITE,
  standIn,
} from './matter.ts';
import { publicationViewOf } from './view.ts';

/** Where the publication goes below the output folder. */
export function publicationPath(format: Format): string {
  return `comparaison.${format}`;
}

/** Where the monograph of a site goes, when it has a page of its own. */
export function sitePath(id: string): string {
  return `sites/${id}.html`;
}

/**
 * Where monographs are in a format: in it, where there are few sites; of many a page each, or no more than cards.
 * @param sites how many
 */
export function monographiesIn(format: Format, sites: number): Monographies {
  if (sites <= MOST_MONOGRAPHS) return 'dedans';
  return format === 'html' ? 'pages' : 'cartes';
}

/**
 * The publication of a comparison, in any format.
 * @param context what is compared, and what was read again of dossiers
 * @param engines what the heavy formats are made with, each started when it is needed
 * @returns the files `comparaison.<format>`, the same bytes each time, and remarks
 */
export async function publicationIn(
  context: PublicationContext,
  formats: readonly Format[],
  engines: Starting,
): Promise<Report> {
  const figures = figuresOf(context);
  const files: Report['files'][number][] = [];
  const remarks = new Map<string, Text>();
  for (const format of formats) {
    const composed = composePublication(context, format, figures);
    const made = await writtenIn(composed, context, [format], engines, publicationPath);
    files.push(...made.files);
    for (const remark of made.remarks) remarks.set(remark.fr, remark);
  }
  return { files, remarks: [...remarks.values()] };
}

/** The figures that there is something to draw for, by name. */
export function figuresOf({
  comparaison,
  carte,
  langue,
}: Pick<PublicationContext, 'comparaison' | 'carte' | 'langue'>): ReadonlyMap<string, FigureComparee> {
  return new Map(
    Object.entries(figuresComparees).flatMap(([name, draw]) => {
      const made = draw({ comparaison, prefix: `fig-${name}`, langue, ...(carte && { carte }) });
      return made === null ? [] : [[name, made] as const];
    }),
  );
}

/** View → template → Markdown → tree, and what stands around it. */
export function composePublication(
  context: PublicationContext,
  format: Format,
  figures: ReadonlyMap<string, FigureComparee>,
): Composed {
  const { template } = context;
  const matter = publicationMatter(context, format, figures);
  const text = fill(template(COMPARISON_TEMPLATE), template('partiels.md.hbs'), publicationViewOf(matter), matter.pen);
  return { matter, tree: linked(treeOf(text, matter), matter, format), frame: publicationFrame(matter) };
}

/** What the parts of a publication are made from. */
export function publicationMatter(
  context: PublicationContext,
  format: Format,
  figures: ReadonlyMap<string, FigureComparee>,
): PublicationMatter {
  const { comparaison, isPublic, langue, auteur, template, perimetre } = context;
  const mots = motsOf(template(`mots.${langue}.yaml`), langue);
  const titre = titreOf(context, mots.get('comparaison.titre') ?? '');
  const dossier = standIn(titre, isPublic);
  const pen = penFor(dossier, langue, auteur, mots);
  return {
    plan: 'rapport',
    dossier,
    session: undefined,
    perimetre,
    pen,
    names: namesOf(dossier, pen),
    carte: undefined,
    context,
    comparaison,
    monographies: monographiesIn(format, comparaison.sites.length),
    inclusions: inclusions(),
    figures,
    titre,
  };
}

function treeOf(text: string, matter: PublicationMatter): MarkdownTree {
  const { bodies } = matter.pen;
  const whole = matter.inclusions.fill(bodies.fill(bodies.parse(text)));
  const { blocks, notes } = replaceContainers(whole, ({ name, args, children }): readonly Block[] | null => {
    if (name === 'citation') return [{ type: 'quote', children }];
    if (name !== 'figure') return null;
    const found = matter.figures.get(args);
    // In a block of its own a figure stays under its title, whatever page that begins.
    return found === undefined ? [] : [{ type: 'container', name: 'vue', args: '', children: [found.figure] }];
  });
  return numbered(withIds(blocks), notes);
}

/** Links to monographs lead to their pages, where they have some; in Markdown, whose headings have no ids, to nothing. */
function linked(tree: MarkdownTree, { monographies }: PublicationMatter, format: Format): MarkdownTree {
  if (format !== 'md' && monographies !== 'pages') return tree;
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.flatMap((one): readonly Inline[] => {
      if (!('children' in one)) return [one];
      const children = inlines(one.children);
      if (one.type !== 'link' || !one.url.startsWith('#')) return [{ ...one, children }];
      if (format === 'md') return children;
      const id = one.url.slice(`#${SITE}`.length);
      return [one.url.startsWith(`#${SITE}`) ? { ...one, children, url: sitePath(id) } : { ...one, children }];
    });
  return changed(tree, { inlines });
}
