import { type DonneesSite, type DossierSite, INCONNU, type Ligne } from '../model/site-data.ts';
import { filled, langOf, made, type Page, tell } from './page.ts';
import type { State } from './state.ts';

/** A row of the comparison: of each dossier its texts, null where they are unknown. */
export interface Row {
  readonly titre: string;
  readonly cells: readonly (readonly string[] | null)[];
  /** The dossiers do not say the same; what is unknown of one says nothing of the others. */
  readonly differs: boolean;
  /** In the words of the author. */
  readonly auteur: boolean;
}

/** What dossiers say, row by row; a row that is unknown of all is told too. */
export function rowsOf({ facettes, rubriques, lignes }: DonneesSite, dossiers: readonly DossierSite[]): readonly Row[] {
  const cellOf = (ligne: Ligne, { f, r }: DossierSite): readonly string[] | null => {
    if ('r' in ligne) return r[ligne.r] ?? null;
    const values = (f[ligne.f] ?? []).flatMap((rank) => facettes[ligne.f]?.valeurs[rank] ?? []);
    return values.some(({ code }) => code === INCONNU) ? null : values.map(({ libelle }) => libelle);
  };
  return lignes.map((ligne) => {
    const cells = dossiers.map((dossier) => cellOf(ligne, dossier));
    const said = new Set(cells.flatMap((cell) => (cell === null ? [] : [JSON.stringify(cell)])));
    const rubrique = 'r' in ligne ? rubriques[ligne.r] : undefined;
    const titre = 'f' in ligne ? facettes[ligne.f]?.titre : rubrique?.titre;
    return { titre: titre ?? '', cells, differs: said.size > 1, auteur: rubrique?.auteur ?? false };
  });
}

/** Shows the dossiers that were set aside, side by side, and the bar that says which they are. */
export function openComparison(page: Page, donnees: DonneesSite): (state: State) => void {
  const known = new Map(donnees.dossiers.map((dossier) => [dossier.id, dossier]));
  let shown = '';
  return (state) => {
    const dossiers = state.compared.flatMap((id) => known.get(id) ?? []);
    const { mots } = donnees;
    page.chosen.hidden = dossiers.length === 0 || state.open;
    document.documentElement.classList.toggle('avec-barre', !page.chosen.hidden);
    page.compare.disabled = dossiers.length < 2;
    const count = filled(dossiers.length === 1 ? mots.choisis.un : mots.choisis.plusieurs, { n: dossiers.length });
    tell(page.chosenCount, `${count}${mots.deuxPoints}${dossiers.map(({ nom }) => nom).join(', ')}`);
    page.comparison.hidden = !state.open;
    page.explorer.hidden = state.open;
    if (page.lists) page.lists.hidden = state.open;
    page.differing.checked = state.differing;
    const key = JSON.stringify([state.compared, state.differing]);
    if (!state.open || key === shown) return;
    shown = key;
    tell(page.comparisonTitle, filled(mots.comparaison.titre, { n: dossiers.length }));
    const rows = rowsOf(donnees, dossiers).filter(({ differs }) => differs || !state.differing);
    page.side.replaceChildren(tableOf(donnees, dossiers, rows));
  };
}

function tableOf(donnees: DonneesSite, dossiers: readonly DossierSite[], rows: readonly Row[]): HTMLTableElement {
  const { mots } = donnees;
  const head = made(
    'tr',
    {},
    made('th', { scope: 'col' }, mots.comparaison.ligne),
    ...dossiers.map((dossier) => made('th', { scope: 'col' }, ...headOf(donnees, dossier))),
  );
  const body = rows.map(({ titre, cells, differs, auteur }) =>
    made(
      'tr',
      {},
      made(
        'th',
        { scope: 'row' },
        titre,
        ...(differs ? [made('span', { class: 'differe' }, ` ${mots.comparaison.differe}`)] : []),
      ),
      ...cells.map((cell) => made('td', cell === null ? {} : langOf(donnees, auteur), ...cellParts(mots, cell))),
    ),
  );
  const caption = made('caption', {}, mots.comparaison.legende);
  return made('table', {}, caption, made('thead', {}, head), made('tbody', {}, ...body));
}

function headOf(donnees: DonneesSite, { id, nom, titre, rapport }: DossierSite): readonly Node[] {
  const { mots } = donnees;
  const hidden = (text: string): Node => made('span', { class: 'cache' }, ` ${text}`);
  return [
    made('span', langOf(donnees, true), nom === titre ? nom : `${nom} – ${titre}`),
    made(
      'p',
      { class: 'actions' },
      made('a', { href: `dossiers/${id}.html` }, mots.page, hidden(nom)),
      ...(rapport === null ? [] : [made('a', { href: rapport }, mots.rapport, hidden(nom))]),
      made('button', { type: 'button', 'data-retirer': id, 'aria-label': filled(mots.retirer, { nom }) }, '×'),
    ),
  ];
}

function cellParts(mots: DonneesSite['mots'], cell: readonly string[] | null): readonly (Node | string)[] {
  if (cell === null) return [made('em', {}, mots.inconnu)];
  const [only] = cell;
  if (only === undefined) return [mots.aucun];
  return cell.length === 1 ? [only] : [made('ul', {}, ...cell.map((text) => made('li', {}, text)))];
}
