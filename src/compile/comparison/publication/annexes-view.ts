import { type Column, type Table, tables } from '../../../schema/columns.ts';
import { compte } from '../../../words/numbers.ts';
import { typographie } from '../../../words/typography.ts';
import { escapeMarkdown } from '../../md/escape.ts';
import { type Fait, fait, type Tableau, tableauOf } from '../../report/parts.ts';
import { cellSaid, numberOf } from '../said.ts';
import { type Fiche, type Site, textOf } from '../sites.ts';
import { CARTE, type PublicationMatter, referenceYears, versLeSite } from './matter.ts';

/** What stands at the end: who each site is, what is known of it all, where it comes from. */
export interface AnnexesView {
  readonly cartes: readonly { readonly ancre: string; readonly nom: string; readonly faits: readonly Fait[] }[];
  /** What is not known everywhere, a table of the dataset each; and what is. */
  readonly lacunes: readonly Lacune[];
  /** Tables of which no dossier says anything. */
  readonly vides: string;
  readonly sources: readonly { readonly nom: string; readonly lignes: readonly string[] }[];
  readonly credits: readonly string[];
  /** Which table and columns each figure comes from. */
  readonly donnees: Tableau | null;
}

/** Of one table of the dataset: the columns that lack somewhere, and in one sentence those that never do. */
interface Lacune {
  readonly tableau: Tableau | null;
  readonly partout: string;
}

export function annexesOf(matter: PublicationMatter): AnnexesView {
  const { comparaison, pen } = matter;
  const compared = tables().filter(({ name }) => name !== 'perimetres' && name !== 'sessions');
  const rows = new Map(compared.map((table) => [table, comparaison.sites.map(({ rows: of }) => of(table.name))]));
  const has = (table: Table): boolean => rows.get(table)?.some((own) => own.length > 0) ?? false;
  const empty = compared.filter((table) => !has(table));
  return {
    cartes: comparaison.sites.map((site) => ({
      ancre: `${CARTE}${site.id}`,
      nom: pen.ligne(site.nom),
      faits: carteOf(matter, site),
    })),
    lacunes: compared.filter(has).map((table) => lacune(matter, table, rows.get(table) ?? [])),
    vides:
      empty.length === 0
        ? ''
        : pen.mot('comparaison.lacunes.vides', { tables: pen.liste(empty.map(({ title }) => title[pen.langue])) }),
    sources: sourcesOf(matter),
    credits: creditsOf(matter),
    donnees: donneesOf(matter),
  };
}

/** What a card says, unknown or not. */
function carteOf(matter: PublicationMatter, { id, dossier, groupe }: Site): readonly Fait[] {
  const { comparaison, context, pen } = matter;
  const title = (name: string): string => titleOf('dossiers', name, matter);
  const said = (name: string): Fait => ({
    nom: title(name),
    valeur: cellSaid('dossiers', name, dossier[name], pen.langue) ?? pen.inconnu(),
  });
  const line = (name: string): Fait => {
    const text = textOf(dossier[name]);
    return { nom: title(name), valeur: text === undefined ? pen.inconnu() : pen.ligne(text) };
  };
  const session = comparaison.sessions.find((one) => one.id === dossier.session);
  const perimetre = context.carte?.perimetres.get(id);
  const places = (name: 'departements' | 'regions'): readonly Fait[] =>
    perimetre === undefined ? [] : fait(title(name), pen.liste(perimetre[name].map(({ nom }) => pen.ligne(nom))));
  const span = pen.periode(textOf(dossier.debut), textOf(dossier.fin));
  const [people, year] = [numberOf(dossier.population), numberOf(dossier.population_annee)];
  const communes = numberOf(dossier.nb_communes);
  return [
    ...fait(pen.mot('comparaison.groupe'), groupe === null ? '' : pen.ligne(groupe)),
    line('titre'),
    line('territoire'),
    said('dispositif'),
    ...fait(title('session'), sessionSaid(session?.session, pen.ligne)),
    said('phase'),
    { nom: pen.mot('session.dates'), valeur: span === '' ? pen.inconnues('calendrier') : span },
    said('types'),
    said('dynamiques'),
    said('niveau'),
    ...places('departements'),
    ...places('regions'),
    { nom: title('nb_communes'), valeur: communes === null ? pen.inconnu() : pen.nombre(communes) },
    {
      nom: pen.mot('territoire.population'),
      valeur:
        people === null
          ? pen.inconnue()
          : pen.mot('territoire.habitants', { n: pen.nombre(people), annee: year ?? pen.inconnue() }),
    },
    ...fait(title('inconnus'), cellSaid('dossiers', 'inconnus', dossier.inconnus, pen.langue) ?? ''),
  ];
}

function sessionSaid(session: Fiche | undefined, ligne: (text: string) => string): string {
  const titre = textOf(session?.titre);
  return titre === undefined ? '' : ligne(titre);
}

function titleOf(table: string, column: string, { pen }: PublicationMatter): string {
  const found = tables().find(({ name }) => name === table);
  const title = found?.columns.find(({ name }) => name === column)?.title ?? found?.title;
  return title === undefined ? column : typographie(title[pen.langue], pen.langue);
}

/** Of each column that lacks somewhere, in how many rows it is known; of `dossiers`, a row is a site. */
function lacune({ comparaison, pen }: PublicationMatter, table: Table, bySite: readonly (readonly Fiche[])[]): Lacune {
  const rows = bySite.flat();
  const sites = bySite.filter((own) => own.length > 0).length;
  const known = ({ name }: Column): number => rows.filter((row) => (row[name] ?? null) !== null).length;
  const legende = pen.mot(`comparaison.lacunes.${table.name === 'dossiers' ? 'dossiers' : 'table'}`, {
    table: table.title[pen.langue],
    n: pen.nombre(rows.length),
    lignes: compte(rows.length, { fr: 'ligne', en: 'row' }, { fr: 'lignes', en: 'rows' }, pen.langue),
    sites: compte(sites, { fr: 'dossier', en: 'dossier' }, { fr: 'dossiers', en: 'dossiers' }, pen.langue),
    total: pen.nombre(comparaison.total),
  });
  const columns = table.columns.filter(({ role }) => role === 'champ');
  const whole = columns.filter((column) => known(column) === rows.length);
  const tableau = tableauOf<Column>(
    typographie(legende, pen.langue),
    [
      {
        nom: pen.mot('comparaison.lacunes.colonne'),
        cellule: ({ title }) => typographie(title[pen.langue], pen.langue),
      },
      { nom: pen.mot('comparaison.lacunes.nom'), cellule: ({ name }) => escapeMarkdown(name) },
      { nom: pen.mot('comparaison.lacunes.connus'), droite: true, cellule: (column) => pen.nombre(known(column)) },
      { nom: pen.mot('comparaison.lacunes.sur'), droite: true, cellule: () => pen.nombre(rows.length) },
    ],
    columns.filter((column) => !whole.includes(column)),
  );
  const titles = pen.liste(whole.map(({ title }) => title[pen.langue]));
  const partout = whole.length === 0 ? '' : pen.mot('comparaison.lacunes.partout', { colonnes: titles });
  // Without a table its title stands with the sentence.
  const alone = tableau === null ? `${escapeMarkdown(legende)}. ${partout}` : partout;
  return { tableau, partout: typographie(alone, pen.langue) };
}

/** The sources of each dossier and session; those of many stand in their own pages and in the dataset. */
function sourcesOf(matter: PublicationMatter): AnnexesView['sources'] {
  const { comparaison, context, monographies, pen } = matter;
  const line = (titre: string, editeur?: string, date?: string, url?: string): string =>
    [
      url === undefined || !/^https?:/.test(url)
        ? pen.ligne(titre)
        : `[${pen.ligne(titre)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
      editeur === undefined ? '' : pen.ligne(editeur),
      date === undefined ? '' : pen.date(date),
    ]
      .filter((part) => part !== '')
      .join(', ');
  const sessions = context.sessions.map(({ session }) => ({
    nom: pen.ligne(session.titre),
    lignes: Object.values(session.sources ?? {}).map((one) => line(one.titre, one.editeur, one.date, one.url)),
  }));
  const sites = comparaison.sites.map((site) => ({
    nom: versLeSite(matter, site.id),
    lignes: site.rows('sources').map((row) => {
      const [titre, editeur, date, url] = ['titre', 'editeur', 'date', 'url'].map((name) => textOf(row[name]));
      return line(titre ?? textOf(row.id) ?? '', editeur, date, url);
    }),
  }));
  return [...sessions, ...(monographies === 'dedans' ? sites : [])].filter(({ lignes }) => lignes.length > 0);
}

/** Who made what the figures were drawn from, each once. */
function creditsOf({ comparaison, context, figures, pen }: PublicationMatter): readonly string[] {
  const contours = [...(context.carte?.contours.values() ?? [])].map(({ source }) =>
    source === null
      ? pen.mot('comparaison.contours-inconnus')
      : pen.mot('comparaison.contours', {
          nom: source.nom,
          annee: source.annee ?? pen.mot('comparaison.citer.sans-date'),
        }),
  );
  const drawn = [...figures.values()]
    .flatMap(({ credit }) => credit.split(/[\s\u00a0\u202f]*;\s+/))
    .filter((part) => !toldBelow.test(part))
    .map((part) => pen.ligne(part.charAt(0).toUpperCase() + part.slice(1)));
  const years = referenceYears(comparaison);
  return [
    ...new Set([
      ...drawn,
      ...contours,
      ...(context.carte === undefined ? [] : [pen.mot('comparaison.fonds')]),
      ...(years === null ? [] : [pen.mot('mentions.reference', years)]),
    ]),
  ].filter((one) => one !== '');
}

/** Base maps, points and reference data have a line of their own; that dossiers are the source is said with their years. */
const toldBelow = /Natural Earth|GeoNames|Insee|EPCI \d|(?:les|the) dossiers$/;

function donneesOf({ figures, pen }: PublicationMatter): Tableau | null {
  const rows = [...figures.values()].flatMap(({ figure, donnees, connus, sur }) =>
    donnees.origines.map(({ table, colonnes }, at) => ({ figure, table, colonnes, connus, sur, first: at === 0 })),
  );
  return tableauOf<(typeof rows)[number]>(
    pen.mot('comparaison.donnees.legende'),
    [
      { nom: pen.mot('comparaison.donnees.figure'), cellule: ({ figure }) => pen.ligne(figure.title) },
      { nom: pen.mot('comparaison.donnees.table'), cellule: ({ table }) => escapeMarkdown(table) },
      {
        nom: pen.mot('comparaison.donnees.colonnes'),
        cellule: ({ colonnes }) => colonnes.map(escapeMarkdown).join(', '),
      },
      {
        nom: pen.mot('comparaison.donnees.connus'),
        droite: true,
        cellule: ({ connus, sur }) =>
          pen.mot('comparaison.donnees.sur', { n: pen.nombre(connus), sur: pen.nombre(sur) }),
      },
    ],
    rows,
  );
}
