import type { Cog } from '../cog/cog.ts';
import type { Part, Severity, Spot, TextEdit } from '../model/diagnostic.ts';
import type { Declared, Facts } from '../model/facts.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { DataOf, Perimetre } from '../model/types.gen.ts';
import type { Text } from '../words/text.ts';

/** A file that shows a rule: replaced in a healthy dossier, it gives the rule at that line, or nothing. */
export interface Example {
  readonly file: string;
  readonly text: string;
  /** In a bad example: the line, from 1, at which the rule speaks. */
  readonly line?: number;
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
}

/** What a rule found at one place. */
export interface Hit {
  /** Pointer below the part that the rule was given; '' is the part itself. */
  readonly at?: string;
  readonly part?: Part;
  /** In another file of the dossier. */
  readonly file?: string;
  readonly span?: readonly [number, number];
  readonly message: Text;
  readonly severity?: Severity;
  readonly suggestion?: string;
  readonly related?: readonly (Spot & { readonly message: Text })[];
  readonly fix?: readonly TextEdit[];
  readonly masked?: boolean;
}

/** A rule said by the reading or by the schemas: it has words, and no code of its own. */
export interface SpokenRule extends RuleWords {
  readonly reads: 'lecture' | 'schema';
}

/** A rule over one part of one kind of file, run wherever that part matches its schema. */
export interface PartRule<K extends Kind = Kind> extends RuleWords {
  readonly reads: 'part';
  readonly kind: K;
  /** Path of the part: `/acteurs/*` (any entry of a map or list), '' for the whole file. */
  readonly part: string;
  readonly find: (value: never, context: PartContext<K>) => Iterable<Hit>;
}

export interface PartContext<K extends Kind = Kind> {
  readonly pointer: string;
  /** The whole file; may be incomplete where its schema is not met. */
  readonly file: Readonly<Partial<DataOf[K]>>;
  readonly facts: Facts;
  readonly cog: Cog;
}

/** A rule over the raw text of one file. */
export interface TextRule extends RuleWords {
  readonly reads: 'texte';
  readonly find: (file: { readonly text: string; readonly kind: Kind | 'prose'; readonly body: string; readonly bodyStart: number }) => Iterable<Hit>;
}

/** One dossier as the rules see it: only parts that match their schema. */
export interface DossierFacts {
  readonly holder: HolderRef;
  readonly dossier: DataOf['dossier'];
  readonly files: readonly Facts[];
  /** The one file of a kind, when it exists and matches its schema. */
  get<K extends Kind>(kind: K): { readonly data: DataOf[K]; readonly path: string } | undefined;
  /** The files of a kind that match their schema, by id. */
  all<K extends Kind>(kind: K): readonly { readonly id: string; readonly data: DataOf[K]; readonly path: string }[];
  readonly cog: Cog;
  /** What follows from the codes typed in territoire.yaml and echelle.yaml, as far as these match their schemas. */
  readonly perimetre: Perimetre;
  /** True when a file of that kind exists, readable or not. */
  has(kind: Kind): boolean;
  /** Ids of a kind declared in this dossier; null when a file that could declare some cannot be read. */
  declared(kind: string): readonly (Declared & { readonly path: string })[] | null;
  /** The dossier has reached that phase, counted from `candidature`. */
  reached(phase: DataOf['dossier']['phase']): boolean;
}

/** A rule over one dossier whose dossier.yaml matches its schema. */
export interface DossierRule extends RuleWords {
  readonly reads: 'dossier';
  readonly find: (dossier: DossierFacts) => Iterable<Hit & { readonly file: string }>;
}

/** A rule across everything that was loaded. */
export interface WorkspaceRule extends RuleWords {
  readonly reads: 'espace';
  readonly find: (all: { readonly dossiers: readonly DossierFacts[]; readonly files: readonly Facts[]; readonly alone: boolean; readonly cog: Cog }) => Iterable<Hit & { readonly file: string }>;
}

export type Rule = SpokenRule | PartRule | TextRule | DossierRule | WorkspaceRule;
