import { compte } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { escapeMarkdown } from '../md/escape.ts';

/** A dossier, a session, or a part of one, that the dataset does not hold. */
export interface LeftOut {
  /** The id of the dossier, or `sessions/<id>`. */
  readonly dossier: string;
  /** What stays behind of it: a file, an entry of one (`seance/lancement`); without it, the whole. */
  readonly part?: string;
  readonly reasons: readonly Text[];
}

/** How many of each the dataset does not hold: `2 dossiers, 1 session, 3 parties de dossiers`; '' where it holds all. */
export function leftOutCounted(leftOut: readonly LeftOut[], langue: Langue): string {
  const wholes = leftOut.filter(({ part }) => part === undefined).map(({ dossier }) => dossier);
  const sessions = wholes.filter((id) => id.startsWith(sessionsFolder)).length;
  const counts = { dossier: wholes.length - sessions, session: sessions, part: leftOut.length - wholes.length };
  return (['dossier', 'session', 'part'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => compte(counts[what], one[what], many[what], langue))
    .join(', ');
}

/** Sessions stand among dossiers under the name of their folder, which no dossier can have. */
const sessionsFolder = 'sessions/';

/** The lines that name what was left out and why: for the team, never for what is published. */
export function leftOutLines(leftOut: readonly LeftOut[], langue: Langue): readonly string[] {
  return [...leftOut].sort(byPlace).map(({ dossier, part, reasons }) => {
    const place = part === undefined ? dossier : `${dossier}/${part}`;
    const why = reasons.map((reason) => escapeMarkdown(typographie(reason[langue], langue)));
    return `- \`${place}\`${langue === 'fr' ? '\u00a0: ' : ': '}${why.join(langue === 'fr' ? '\u202f; ' : '; ')}`;
  });
}

function byPlace(a: LeftOut, b: LeftOut): number {
  const [x, y] = [`${a.dossier}/${a.part ?? ''}`, `${b.dossier}/${b.part ?? ''}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

const one = {
  dossier: { fr: 'dossier', en: 'dossier' },
  session: { fr: 'session', en: 'session' },
  part: { fr: 'partie de dossier', en: 'part of a dossier' },
};
const many = {
  dossier: { fr: 'dossiers', en: 'dossiers' },
  session: { fr: 'sessions', en: 'sessions' },
  part: { fr: 'parties de dossiers', en: 'parts of dossiers' },
};
