/** The kinds of file whose text is data: the names of their schemas. */
export type Kind =
  | 'atelier'
  | 'session'
  | 'jury'
  | 'theme'
  | 'dossier'
  | 'territoire'
  | 'echelle'
  | 'acteurs'
  | 'candidature'
  | 'debats'
  | 'vision'
  | 'principe'
  | 'feuille-de-route'
  | 'initiative'
  | 'seance'
  | 'enseignements'
  | 'medias'
  | 'relectures';

/** What holds a file: the workspace, a national session, or a dossier. */
export type Holder = 'espace' | 'session' | 'dossier';

/** The holder of a file: its id, and its folder from the root of the workspace ('' for a lone dossier, or the workspace). */
export interface HolderRef {
  readonly holder: Holder;
  readonly id: string;
  readonly path: string;
}
