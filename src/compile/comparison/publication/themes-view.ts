import type { Session } from '../../../model/dossier.ts';
import { enBref } from '../../report/en-bref.ts';
import { type PublicationMatter, versLeSite } from './matter.ts';
import { included, penOf } from './team.ts';

/** A question put to several dossiers, the pieces that answer it, and what is to be retained. */
export interface ThemeView {
  readonly titre: string;
  readonly question: string;
  readonly texte: string;
  readonly citations: readonly CitationView[];
  readonly aRetenir: readonly string[];
}

/** A piece of a dossier, quoted. */
export interface CitationView {
  readonly titre: string;
  readonly genre: string;
  readonly texte: string;
  /** Leads to the site. */
  readonly site: string;
}

/** How much of a piece is quoted, in characters: the rest is in its dossier. */
const MOST = 700;

/** The themes of all sessions, in the order of their files. */
export function themesOf(matter: PublicationMatter): readonly ThemeView[] {
  return matter.context.sessions.flatMap((session) =>
    session.themes.map(({ data, body }): ThemeView => {
      const pen = penOf(matter, session);
      return {
        titre: pen.ligne(data.titre),
        question: pen.ligne(data.question),
        texte: included(matter, session, body),
        citations: citationsOf(matter, data.pieces ?? []),
        aRetenir: (data.a_retenir ?? []).map(pen.ligne),
      };
    }),
  );
}

/** What the readers may not see, or what is not compared, is not quoted. */
function citationsOf(matter: PublicationMatter, pieces: readonly string[]): readonly CitationView[] {
  const { pen, context } = matter;
  return pieces.flatMap((reference): readonly CitationView[] => {
    const [id = ''] = reference.split('/');
    const piece = context.lus.get(id)?.pieces.get(reference);
    if (piece === undefined) return [];
    return [
      {
        titre: pen.ligne(piece.titre),
        genre: pen.mot(`comparaison.genres.${piece.genre}`),
        texte: enBref(pen, piece.texte, MOST),
        site: versLeSite(matter, id),
      },
    ];
  });
}

/** The references of the themes of some sessions, each once, by dossier. */
export function piecesAsked(sessions: readonly Session[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const reference of new Set(sessions.flatMap(({ themes }) => themes.flatMap(({ data }) => data.pieces ?? [])))) {
    const [id = ''] = reference.split('/');
    const known = asked.get(id);
    if (known) known.push(reference);
    else asked.set(id, [reference]);
  }
  return asked;
}
