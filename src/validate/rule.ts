import type { Cog } from '../cog/cog.ts';
import type { Part, Severity, Spot, TextEdit } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import type { HolderFacts } from '../model/holder-facts.ts';
import type { Kind } from '../model/kind.ts';
import type { DataOf } from '../model/types.gen.ts';
import type { Schema } from '../schema/json-schema.ts';
import type { Text } from '../words/text.ts';
import type { DossierFacts } from './dossier-facts.ts';
import type { Group } from './group.ts';
import type { Visit } from './walk.ts';

/**
 * A file that shows a rule: put into a healthy dossier, it gives the rule at that line, or nothing. A path that starts
 * with `dossiers/` or `sessions/`, or is `atelier.yaml`, puts the healthy dossier into a workspace first.
 */
export interface Example {
  readonly file: string;
  readonly text: string;
  /** In a bad example: the line, from 1, at which the rule speaks. */
  readonly line?: number;
  /** The file in which it speaks, where that is another one. */
  readonly at?: string;
  /** Other files that it takes to show the rule, by path. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** What every rule says of itself; docs/regles.md and `atelier explain` come from it. */
export interface RuleWords {
  /** A French phrase in kebab-case: file name, doc heading, argument of `explain`. */
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Text;
  readonly why: Text;
  readonly good: Example;
  readonly bad: Example;
  /** True when the rule tells what is missing so far: for an atelier of the past, that is an info. */
  readonly completeness?: true;
}

/** What a rule found at one place. */
export interface Hit {
  /** Pointer below the part that the rule was given; '' is the part itself. */
  readonly at?: string;
  readonly part?: Part;
  /** In another file of the dossier; `at` is then a pointer from its root. */
  readonly file?: string;
  readonly span?: readonly [number, number];
  readonly message: Text;
  readonly severity?: Severity;
  readonly suggestion?: string;
  /** True when the suggestion is the one right answer: `--fix` writes it in the place of what was found. */
  readonly mends?: true;
  readonly related?: readonly (Spot & { readonly message: Text })[];
  readonly fix?: readonly TextEdit[];
  readonly masked?: boolean;
}

/** A rule said by the reading or by the schemas: it has words, and no code of its own. */
export interface SpokenRule extends RuleWords {
  readonly reads: 'lecture' | 'schema';
}

/** A rule over every value that the schemas mark in one way, wherever it stands: dates, codes, amounts. */
export interface FieldRule extends RuleWords {
  readonly reads: 'champ';
  /** Whether values described by that schema node are read. */
  readonly on: (schema: Schema) => boolean;
  /** False where the rule surely has nothing to say: asked first, of hundreds of thousands of values. */
  readonly suspects?: (visit: Visit, context: FieldContext) => boolean;
  /** Called where the value matches its schema. */
  readonly find: (visit: Visit, context: FieldContext) => Iterable<Hit>;
}

export interface FieldContext {
  readonly facts: Facts;
  readonly cog: Cog;
}

/** A rule over one part of one kind of file, run wherever that part matches its schema. */
export interface PartRule<K extends Kind> extends RuleWords {
  readonly reads: 'part';
  readonly kind: K;
  /** Path of the part: `/acteurs/*` (any entry of a map or list), '' for the whole file. */
  readonly part: string;
  readonly find: (value: never, context: PartContext<K>) => Iterable<Hit>;
}

export interface PartContext<K extends Kind> extends FieldContext {
  readonly pointer: string;
  /** The whole file; may be incomplete where its schema is not met. */
  readonly file: Readonly<Partial<DataOf[K]>>;
  /** Every rule's id and own severity; `fixed` when atelier.yaml may not change it. */
  readonly rules: ReadonlyMap<string, { readonly severity: Severity; readonly fixed: boolean }>;
}

/** A rule over the raw text of one file. */
export interface TextRule extends RuleWords {
  readonly reads: 'texte';
  readonly find: (file: TextFile) => Iterable<Hit>;
}

export interface TextFile {
  readonly text: string;
  readonly kind: Kind | 'prose';
  readonly value: unknown;
  readonly body: string;
  readonly bodyStart: number;
}

/** What a rule found in a file that it names. */
export type FileHit = Hit & { readonly file: string };

/** A rule over one dossier whose phase and dispositif are known. */
export interface DossierRule extends RuleWords {
  readonly reads: 'dossier';
  readonly find: (dossier: DossierFacts) => Iterable<FileHit>;
}

/** A rule over the files that one dossier or session holds, together, whatever its phase. */
export interface FilesRule extends RuleWords {
  readonly reads: 'fichiers';
  readonly find: (group: Group) => Iterable<FileHit>;
  /** What the same rule says over several dossiers and sessions. */
  readonly across?: (all: Everything) => Iterable<FileHit>;
}

/** A rule over several dossiers and sessions. */
export interface WorkspaceRule extends RuleWords {
  readonly reads: 'espace';
  readonly across: (all: Everything) => Iterable<FileHit>;
}

/** What every dossier and session tells the others. */
export interface Everything {
  readonly holders: readonly HolderFacts[];
  /** True when no workspace holds the dossier: its session cannot be looked up. */
  readonly alone: boolean;
}

/** A rule over a part of some kind of file. */
export type AnyPartRule = { readonly [K in Kind]: PartRule<K> }[Kind];

export type Rule = SpokenRule | FieldRule | AnyPartRule | TextRule | DossierRule | FilesRule | WorkspaceRule;
