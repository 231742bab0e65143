import type { Session } from '../../../model/dossier.ts';
import type { Inline, MarkdownTree } from '../../../model/markdown.ts';
import type { Langue } from '../../../words/text.ts';
import { changed } from '../../markdown/walk.ts';
import type { Pen } from '../../report/pen.ts';
import { penFor } from '../../report/pen.ts';
import { withSources } from '../../report/sources.ts';
import { standIn } from '../../session/matter.ts';
import type { PublicationMatter } from './matter.ts';
import { ownTexts, type Place, textAt } from './texts.ts';

/** A text of the national team: under the title of its session, where there are several. */
export interface Equipe {
  /** The marks of its title. */
  readonly niveau: string;
  readonly titre: string;
  readonly texte: string;
}

/** Places that are under a title of their own inside a section. */
const INSIDE: readonly Place[] = ['themes', 'rencontre'];

/** The texts that sessions have for a place. */
export function equipeAt(matter: PublicationMatter, place: Place): readonly Equipe[] {
  const { sessions } = matter.context;
  return sessions.flatMap((session): readonly Equipe[] => {
    const texte = included(matter, session, textAt(session.texts, place));
    if (texte === '') return [];
    const niveau = INSIDE.includes(place) ? '####' : '###';
    return [{ niveau, titre: sessions.length === 1 ? '' : penOf(matter, session).ligne(session.session.titre), texte }];
  });
}

/** The texts that have no place of their own: a section each. */
export function autresOf(matter: PublicationMatter): readonly Equipe[] {
  return matter.context.sessions.flatMap((session) =>
    ownTexts(session.texts).map(({ titre, texte }) => ({
      niveau: '##',
      titre: penOf(matter, session).ligne(titre),
      texte: included(matter, session, texte),
    })),
  );
}

/** The language of a session's authors. */
function langueOf({ session }: Session, auteur: Langue): Langue {
  return session.langue ?? auteur;
}

/** A pen for the words of one session. */
export function penOf({ context, pen }: PublicationMatter, session: Session): Pen {
  const sheet = standIn(session, context.isPublic ? 'public' : 'interne');
  return penFor(sheet, context.langue, langueOf(session, context.auteur), pen.mots);
}

/**
 * An author's text of a session, with its notes, to be set into the page.
 * @returns Markdown that holds its place; '' for no text
 */
export function included(matter: PublicationMatter, session: Session, text: string): string {
  const pen = penOf(matter, session);
  const held = pen.prose(text);
  if (held === '') return '';
  const tree = pen.bodies.fill(pen.bodies.parse(held));
  const dossier = standIn(session, matter.context.isPublic ? 'public' : 'interne');
  return matter.inclusions.place(fromSession(withSources(tree, { ...matter, dossier, pen }), session.id));
}

/** Pictures are named below `medias/<session>/`: each session has a folder of its own. */
function fromSession(tree: MarkdownTree, id: string): MarkdownTree {
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.map((one): Inline => {
      if (one.type === 'image') return { ...one, url: one.url.replace(/^medias\//, `medias/${id}/`) };
      return 'children' in one ? { ...one, children: inlines(one.children) } : one;
    });
  return changed(tree, { inlines });
}
