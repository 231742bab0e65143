import type { HolderRef } from './kind.ts';
import type { DataOf } from './types.gen.ts';

/** A Markdown file with data: its id (the file's name), its front matter, its text. */
export interface Piece<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body: string;
  readonly path: string;
}

/** The kinds of which a dossier holds one file, under the name they have here. */
export interface SingleParts {
  readonly territoire?: DataOf['territoire'];
  readonly echelle?: DataOf['echelle'];
  readonly acteurs?: DataOf['acteurs'];
  readonly candidature?: DataOf['candidature'];
  readonly debats?: DataOf['debats'];
  readonly feuilleDeRoute?: DataOf['feuille-de-route'];
  readonly enseignements?: DataOf['enseignements'];
  readonly medias?: DataOf['medias'];
  readonly relectures?: DataOf['relectures'];
}

/** One atelier, every part of it valid against its schema. What the dossier does not have is absent, never empty. */
export interface Dossier extends SingleParts {
  readonly holder: HolderRef;
  readonly id: string;
  readonly dossier: DataOf['dossier'];
  readonly vision?: Piece<DataOf['vision']>;
  readonly principes: readonly Piece<DataOf['principe']>[];
  readonly initiatives: readonly Piece<DataOf['initiative']>[];
  readonly seances: readonly Piece<DataOf['seance']>[];
  /** The narrative of diagnostic.md, in Markdown. */
  readonly diagnostic?: string;
}

/** A national session, with the national team's own texts by file name. */
export interface Session {
  readonly holder: HolderRef;
  readonly id: string;
  readonly session: DataOf['session'];
  readonly jury?: DataOf['jury'];
  readonly themes: readonly Piece<DataOf['theme']>[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A workspace, or one dossier alone: what commands work on. Dossiers and sessions by id, in byte order. */
export interface Workspace {
  readonly settings?: DataOf['atelier'];
  readonly dossiers: readonly Dossier[];
  readonly sessions: readonly Session[];
}
