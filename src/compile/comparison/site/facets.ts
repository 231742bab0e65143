import { AUCUN, type Facette, INCONNU } from '../../../model/site-data.ts';
import { tableOf } from '../../../schema/columns.ts';
import { slug } from '../../../words/slug.ts';
import type { Langue, Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Cell } from '../../dataset/rows.ts';
import type { Comparaison, Site } from '../sites.ts';
import type { Noms } from './names.ts';

/** A facet, and what each site says of it. */
export interface FacetteRemplie extends Facette {
  /** Of each site, in their order, the ranks of its values: one at least. */
  readonly ranks: readonly (readonly number[])[];
}

interface Source {
  readonly id: string;
  readonly titre: Text;
  /** Where the codes are labelled: table and column. */
  readonly table: string;
  readonly colonne: string;
  /** The codes of a site; null is unknown, none is known to be none. */
  readonly codes: (site: Site) => readonly string[] | null;
}

/** A column of the dossiers themselves, under its own title. */
function own(colonne: string): Source {
  const titre = tableOf('dossiers')?.columns.find(({ name }) => name === colonne)?.title;
  return {
    id: colonne,
    titre: titre ?? { fr: colonne, en: colonne },
    table: 'dossiers',
    colonne,
    codes: ({ dossier }) => codesIn(dossier[colonne]),
  };
}

/** A column of things that dossiers have several of; nothing is known where no row says it. */
function ofRows(id: string, titre: Text, table: string, colonne: string): Source {
  return {
    ...{ id, titre, table, colonne },
    codes: (site) => {
      const said = site.rows(table).flatMap((row) => {
        const codes = codesIn(row[colonne]);
        return codes === null ? [] : [codes];
      });
      return said.length === 0 ? null : [...new Set(said.flat())];
    },
  };
}

function codesIn(cell: Cell | undefined): readonly string[] | null {
  if (cell === null || cell === undefined || cell === '') return null;
  return typeof cell === 'object' ? cell : [String(cell)];
}

/** In the order in which they stand beside the list. */
function sources(): readonly Source[] {
  return [
    own('dispositif'),
    { ...own('session'), codes: sessionOf },
    { ...own('regions'), titre: { fr: 'Région', en: 'Region' } },
    own('phase'),
    own('statut'),
    { ...own('types'), titre: { fr: 'Type de territoire', en: 'Kind of territory' } },
    own('dynamiques'),
    own('niveau'),
    ofRows('enjeux', { fr: 'Enjeu', en: 'Challenge' }, 'enjeux', 'theme'),
    ofRows('visees', { fr: 'Visée des principes', en: 'Aim of the principles' }, 'principes', 'visees'),
    ofRows(
      'fondements',
      { fr: 'Fondement des initiatives', en: 'Foundation of the actions' },
      'initiatives',
      'fondements',
    ),
    ofRows('planification', { fr: 'Document de planification', en: 'Planning document' }, 'planification', 'document'),
    own('apports'),
  ];
}

/** Local and flash ateliers have no session: that is known. */
function sessionOf({ dossier }: Site): readonly string[] | null {
  if (typeof dossier.session === 'string') return [dossier.session];
  return dossier.dispositif === 'local' || dossier.dispositif === 'flash' ? [] : null;
}

/**
 * By what dossiers are sifted; a facet in which nothing is known of any is left out.
 * @param noms names of régions and sessions
 */
export function facettesOf(comparaison: Comparaison, noms: Noms, langue: Langue): readonly FacetteRemplie[] {
  const groups = comparaison.sites.some(({ groupe }) => groupe !== null) ? [groupe()] : [];
  return [...groups, ...sources()].flatMap((source) => {
    const said = comparaison.sites.map((site) => source.codes(site));
    if (said.every((codes) => codes === null || codes.length === 0)) return [];
    const valeurs = valuesOf(source, said, noms, langue);
    const rank = new Map(valeurs.map(({ code }, at) => [code, at]));
    const ranks = said.map((codes) =>
      (codes === null ? [INCONNU] : codes.length === 0 ? [AUCUN] : codes)
        .flatMap((code) => rank.get(code) ?? [])
        .sort((a, b) => a - b),
    );
    return [{ id: source.id, titre: typographie(source.titre[langue], langue), valeurs, ranks }];
  });
}

/** Those of the national team, in its order. */
function groupe(): Source {
  return {
    id: 'groupe',
    titre: { fr: 'Groupe', en: 'Group' },
    ...{ table: '', colonne: '' },
    codes: (site) => (site.groupe === null ? [] : [slug(site.groupe)]),
  };
}

/** Only values that some site has: codes in the order of display, names by name. */
function valuesOf(
  { id, table, colonne }: Source,
  said: readonly (readonly string[] | null)[],
  noms: Noms,
  langue: Langue,
): Facette['valeurs'] {
  const found = new Set(said.flatMap((codes) => codes ?? []));
  const labels = tableOf(table)?.columns.find(({ name }) => name === colonne)?.codes?.labels ?? {};
  const coded = Object.entries(labels).flatMap(([code, label]) =>
    found.delete(code) ? [{ code, libelle: typographie(label[langue], langue) }] : [],
  );
  const named = [...found].map((code) => ({ code, libelle: typographie(noms.of(id, code), langue) }));
  const sorted = id === 'groupe' ? named : named.sort((a, b) => (slug(a.libelle) < slug(b.libelle) ? -1 : 1));
  const none = said.some((codes) => codes?.length === 0) ? [{ code: AUCUN, libelle: noneOf(id)[langue] }] : [];
  const unknown = said.some((codes) => codes === null) ? [{ code: INCONNU, libelle: unknownValue[langue] }] : [];
  return [...coded, ...sorted, ...none, ...unknown];
}

function noneOf(id: string): Text {
  if (id === 'session') return { fr: 'Hors session', en: 'Outside sessions' };
  return id === 'groupe' ? { fr: 'Hors groupe', en: 'In no group' } : { fr: 'Aucun', en: 'None' };
}

const unknownValue: Text = { fr: 'Inconnu', en: 'Unknown' };
