import type { Kind } from '../model/kind.ts';
import type { DataOf } from '../model/types.gen.ts';
import { allFields } from './fields.ts';

/** What a new dossier starts from. Codes are written with their names: `40065 Capbreton`. */
export interface Answers {
  readonly phase: DataOf['dossier']['phase'];
  readonly dispositif: DataOf['dossier']['dispositif'];
  /** An atelier of the past, to be described from its sources. */
  readonly termine?: boolean;
  readonly session?: string;
  readonly communes: readonly string[];
  readonly epci: readonly string[];
  readonly departements: readonly string[];
  readonly regions: readonly string[];
  readonly nom: string;
  readonly titre: string;
  /** The State service that commissions the atelier. */
  readonly moa?: string;
  /** Codes of the authorities that carry the atelier with it. */
  readonly porteurs: readonly string[];
  readonly debut?: string;
  /** Date of the first séance. */
  readonly seance?: string;
  readonly budget?: string;
  readonly diffusion: NonNullable<DataOf['dossier']['diffusion']>;
}

/** The answers that are lists of codes of the COG. */
export const codeKeys = ['communes', 'epci', 'departements', 'regions'] as const;

/** One thing that init asks: its flag is `--<key>`, and the same key stands in a file of answers. */
export interface Question {
  readonly key: keyof Answers;
  /** The step of the wizard, from 1. */
  readonly step: number;
  /** Where the answer goes: the kind of file and the place in it. */
  readonly kind: Kind;
  readonly pointer: string;
}

/** Everything that init asks, step by step. */
export const questions: readonly Question[] = [
  { key: 'phase', step: 1, kind: 'dossier', pointer: '/phase' },
  { key: 'dispositif', step: 2, kind: 'dossier', pointer: '/dispositif' },
  { key: 'session', step: 2, kind: 'dossier', pointer: '/session' },
  { key: 'communes', step: 3, kind: 'territoire', pointer: '/communes' },
  { key: 'epci', step: 3, kind: 'territoire', pointer: '/epci' },
  { key: 'departements', step: 3, kind: 'territoire', pointer: '/departements' },
  { key: 'regions', step: 3, kind: 'territoire', pointer: '/regions' },
  { key: 'nom', step: 3, kind: 'territoire', pointer: '/nom' },
  { key: 'titre', step: 4, kind: 'dossier', pointer: '/titre' },
  { key: 'moa', step: 5, kind: 'acteurs', pointer: '/acteurs/moa/organisme' },
  { key: 'porteurs', step: 5, kind: 'acteurs', pointer: '/acteurs/porteur/code' },
  { key: 'debut', step: 6, kind: 'dossier', pointer: '/calendrier/debut' },
  { key: 'seance', step: 6, kind: 'seance', pointer: '/date' },
  { key: 'budget', step: 6, kind: 'dossier', pointer: '/budget/0/montant' },
  { key: 'diffusion', step: 7, kind: 'dossier', pointer: '/diffusion' },
];

/** The question of a key. */
export function questionOf(key: Question['key']): Question {
  const found = questions.find((question) => question.key === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
}

/** What the schemas say is to be asked (`question`), as kind, top key and step: a test compares it with the list above. */
export function askedBySchemas(): readonly {
  readonly kind: Kind;
  readonly path: readonly string[];
  readonly step: number;
}[] {
  return allFields().flatMap(({ kind, path, mark }) =>
    mark.question ? [{ kind, path, step: mark.question.ordre }] : [],
  );
}
