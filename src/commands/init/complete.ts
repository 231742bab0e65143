import type { Cog } from '../../cog/cog.ts';
import { UserError } from '../../model/error.ts';
import { type Answers, codeKeys } from '../../schema/questions.ts';
import {
  type Draft,
  perimetreSoFar,
  proposedHolders,
  proposedName,
  proposedService,
  proposedTitle,
  spokenFolder,
} from '../../ui/wizard/proposals.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Home } from './home.ts';

/** What `--yes` would answer is added, or what is needed is asked for by its flag. */
export interface Completing {
  readonly yes: boolean;
  readonly cog: Cog;
  readonly home: Home;
  readonly fileLangue: Langue;
  /** Name of the folder, when it was said: a title to start from. */
  readonly folderName: string | undefined;
}

/**
 * All the answers, from those that were given: what is not known stays unknown.
 * @throws UserError naming the flags of what is missing
 */
export function complete(draft: Draft, context: Completing): Answers {
  const { yes, cog, home, fileLangue, folderName } = context;
  const dispositif = draft.dispositif ?? (draft.session !== undefined ? 'national' : 'local');
  const session = sessionFor({ ...draft, dispositif }, home, yes);
  const perimetre = perimetreSoFar(draft, cog);
  const fromFolder = folderName === undefined ? undefined : spokenFolder(folderName);
  const nom = draft.nom ?? proposedName(draft, perimetre, fileLangue) ?? draft.titre ?? (yes ? fromFolder : undefined);
  const titre = draft.titre ?? (yes && nom !== undefined ? proposedTitle({ dispositif }, nom, fileLangue) : undefined);
  if (nom === undefined || titre === undefined || (!yes && draft.dispositif === undefined))
    throw missing(draft, context);
  const moa = draft.moa ?? (yes ? proposedService(perimetre) : undefined);
  const { termine, debut, seance, budget } = draft;
  return {
    ...{ dispositif, nom, titre, phase: draft.phase ?? 'candidature', diffusion: draft.diffusion ?? 'partenaires' },
    ...{
      communes: draft.communes ?? [],
      epci: draft.epci ?? [],
      departements: draft.departements ?? [],
      regions: draft.regions ?? [],
    },
    porteurs: draft.porteurs ?? (yes ? proposedHolders(draft) : []),
    ...(termine !== undefined && { termine }),
    ...(session !== undefined && { session }),
    ...(moa !== undefined && { moa }),
    ...(debut !== undefined && { debut }),
    ...(seance !== undefined && { seance }),
    ...(budget !== undefined && { budget }),
  };
}

/** The session, which must be one of the workspace where it has some. */
function sessionFor({ dispositif, session }: Draft, { sessions }: Home, yes: boolean): string | undefined {
  if (dispositif !== 'national') {
    if (session === undefined) return undefined;
    throw new UserError({
      fr: '--session ne va qu’avec --dispositif national',
      en: '--session only goes with --dispositif national',
    });
  }
  const ids = sessions.map(({ id }) => id);
  if (ids.length === 0 || (session !== undefined && ids.includes(session))) return session;
  if (session === undefined && yes && ids.length === 1) return ids[0];
  const list = ids.join(', ');
  if (session === undefined)
    throw new UserError(
      fillIn({ fr: 'il manque --session : {sessions}', en: '--session is missing: {sessions}' }, { sessions: list }),
    );
  const near = nearest(session, ids);
  throw new UserError(
    near === null
      ? fillIn(
          {
            fr: '--session : « {mot} » n’est pas une session de cet espace de travail : {sessions}',
            en: '--session: “{mot}” is not a session of this workspace: {sessions}',
          },
          { mot: session, sessions: list },
        )
      : fillIn(
          {
            fr: '--session : « {mot} » est inconnue ; vouliez-vous dire « {bon} » ?',
            en: '--session: “{mot}” is unknown; did you mean “{bon}”?',
          },
          { mot: session, bon: near },
        ),
  );
}

/** One line that names every flag that is missing. */
function missing(draft: Draft, { yes }: Completing): UserError {
  const placed = draft.nom !== undefined || codeKeys.some((key) => (draft[key] ?? []).length > 0);
  const flags = [
    ...(draft.dispositif === undefined && !yes
      ? [{ fr: '--dispositif (national, local ou flash)', en: '--dispositif (national, local or flash)' }]
      : []),
    ...(placed ? [] : [{ fr: '--communes ou --epci', en: '--communes or --epci' }]),
    ...(draft.titre === undefined ? [{ fr: '--titre', en: '--titre' }] : []),
  ];
  const said = { fr: flags.map(({ fr }) => fr).join(', '), en: flags.map(({ en }) => en).join(', ') };
  const words = yes
    ? { fr: 'il manque le territoire ou le titre : {options}', en: 'the territory or the title is missing: {options}' }
    : {
        fr: 'il manque {options} ; --yes prend la réponse proposée',
        en: '{options} is missing; --yes takes the proposed answer',
      };
  return new UserError(fillIn(words, { options: said }));
}
