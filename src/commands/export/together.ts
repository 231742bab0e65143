import type { Head } from '../../compile/dataset/extract.ts';
import { UserError } from '../../model/error.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { Gathered } from './gather.ts';
import type { Kept } from './spool.ts';

/** All that was gathered, from one or several folders. */
export interface Together {
  readonly each: readonly Gathered[];
  readonly kept: readonly Kept[];
  readonly settings: Gathered['settings'];
  readonly date: string | null;
  /** Ids that several dossiers or sessions have: which one is meant cannot be told, so none is taken. */
  readonly doubles: readonly Text[];
  /** What the user should know. */
  readonly remarks: readonly Text[];
}

/**
 * @param session the only session that was asked for
 * @throws UserError when nobody knows that session
 */
export function together(each: readonly Gathered[], session: string | undefined): Together {
  const found = each.flatMap((one) => one.kept.map((kept) => ({ kept, place: placeOf(one, kept) })));
  const byId = new Map<string, typeof found>();
  for (const one of found) {
    const key = `${one.kept.head.kind} ${one.kept.head.id}`;
    const known = byId.get(key);
    if (known) known.push(one);
    else byId.set(key, [one]);
  }
  const doubles = [...byId.values()].filter((some) => some.length > 1);
  const kept = [...byId.values()].flatMap((some) => (some.length > 1 ? [] : some.map((one) => one.kept)));
  const heads = kept.map(({ head }) => head);
  if (session !== undefined && found.length === 0 && each.every(({ errors }) => errors.length === 0))
    throw unknownSession(session, each);
  return {
    each,
    kept,
    settings: each.find(({ settings }) => settings !== undefined)?.settings,
    date: each.find(({ date }) => date !== null)?.date ?? null,
    doubles: doubles.map((some) =>
      fillIn(some[0]?.kept.head.kind === 'session' ? sameSessions : sameDossiers, {
        id: some[0]?.kept.head.id ?? '',
        places: some.map(({ place }) => place).join(' · '),
      }),
    ),
    remarks: heads.flatMap((head) => (isEmpty(head, heads) ? [fillIn(noDossier, { session: head.id })] : [])),
  };
}

function placeOf({ root, places }: Gathered, kept: Kept): string {
  const place = places.get(kept) ?? '';
  return place === '' ? root : `${root}/${place}`;
}

function isEmpty({ kind, id }: Head, heads: readonly Head[]): boolean {
  return kind === 'session' && !heads.some((head) => head.kind === 'dossier' && head.session === id);
}

function unknownSession(session: string, each: readonly Gathered[]): UserError {
  const known = each.flatMap(({ sessions }) => sessions);
  const meant = nearest(session, [...new Set(known)]);
  return new UserError(meant === null ? fillIn(noSuch, { session }) : fillIn(noSuchNear, { session, proche: meant }));
}

const sameDossiers = {
  fr: 'plusieurs dossiers ont le même identifiant « {id} » : {places} ; un seul peut le garder, le jeu de données ne saurait pas les distinguer',
  en: 'several dossiers have the same identifier “{id}”: {places}; only one can keep it, the dataset could not tell them apart',
};
const sameSessions = {
  fr: 'plusieurs sessions ont le même identifiant « {id} » : {places} ; une seule peut le garder',
  en: 'several sessions have the same identifier “{id}”: {places}; only one can keep it',
};
const noDossier = {
  fr: 'La session « {session} » n’a aucun dossier ici : elle n’a que sa ligne dans la table sessions.',
  en: 'The session “{session}” has no dossier here: it only has its row in the table sessions.',
};
const noSuch = {
  fr: '--session : aucune session ni aucun dossier ici ne parle de « {session} »',
  en: '--session: no session and no dossier here speaks of “{session}”',
};
const noSuchNear = {
  fr: '--session : aucune session ni aucun dossier ici ne parle de « {session} » ; vouliez-vous dire « {proche} » ?',
  en: '--session: no session and no dossier here speaks of “{session}”; did you mean “{proche}”?',
};
