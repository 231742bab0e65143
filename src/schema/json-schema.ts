import type { Text } from '../words/text.ts';

/**
 * What a table annotation says: its name, values set on each of its rows, columns taken over from the row around, and for
 * maps of scalars the two columns.
 */
export interface TableMark {
  readonly nom: string;
  readonly valeurs?: Readonly<Record<string, string>>;
  readonly reprend?: readonly string[];
  readonly cle?: string;
  readonly valeur?: string;
}

/** From which phase a key is expected, for which dispositifs, and the code of `inconnus` that excuses its absence. */
export interface RequisMark {
  readonly phase: string;
  readonly dispositifs?: readonly string[];
  readonly inconnu?: string;
}

/** Our annotation on schema nodes; every key is described in docs/architecture.md. */
export interface Mark {
  readonly en?: { readonly title: string; readonly description: string };
  readonly libelles?: Readonly<Record<string, Text>>;
  readonly familles?: Readonly<Record<string, readonly string[]>>;
  readonly declare?: string;
  readonly ref?: string;
  readonly texte?: 'ligne' | 'prose' | 'code' | 'date' | 'url' | 'nombre';
  readonly code?: 'commune' | 'epci' | 'departement' | 'region' | 'territoire';
  readonly question?: { readonly ordre: number; readonly dispositifs?: readonly string[] };
  readonly table?: string | TableMark;
  readonly colonne?: true | string;
  readonly unite?: string;
  readonly personnel?: true;
  /** A number of people who came: a small one may tell who. */
  readonly effectif?: true;
  readonly requis?: RequisMark;
  readonly dispositifs?: readonly string[];
  /** On the root of a file's schema: its path below its holder, with `*` for an id. */
  readonly fichier?: string;
  readonly porte?: 'espace' | 'session' | 'dossier';
  /** The data is the front matter of a Markdown file. */
  readonly entete?: true;
  /** Never leaves by an export. */
  readonly interne?: true;
  /** Computed, never written by hand. */
  readonly derive?: true;
}

/** The part of JSON Schema 2020-12 that our schemas use. */
export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly 'x-atelier'?: Mark;
}
