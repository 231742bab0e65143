import type { Table } from '../../model/markdown.ts';
import { euros, nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { ETATS, ETATS_DITS, type EtatFinancement } from '../figures/etats-financement.ts';
import { tableOf } from '../figures/figure.ts';
import type { FigureDemandee } from './figure.ts';
import { areFew, codeOf, codesIn, grouped, labelIn, numberOf, rowsIn } from './said.ts';
import type { Comparaison, Fiche, Site } from './sites.ts';

const FINANCEMENTS = 'financements';

/** What one source brings to one thing; null for the site where all sites are counted together. */
export interface LigneMoyens {
  readonly site: Site | null;
  /** What the money is for: the atelier, its initiatives, its follow-up. */
  readonly pour: string;
  /** Who pays, in words; null where nobody said, '' where sources are counted together. */
  readonly source: string | null;
  /** In euros, by how sure it is. */
  readonly montants: Partial<Readonly<Record<EtatFinancement, number>>>;
  /** How many financings have no amount. */
  readonly sansMontant: number;
  /** Euros that initiatives need and of which nobody said who brings them. */
  readonly sansSource: number;
  /** Whether an amount in it is approximate. */
  readonly approche: boolean;
}

/** One financing, or what an initiative lacks. */
interface Apport {
  readonly site: Site;
  readonly origine: string;
  readonly source: string | null;
  readonly etat: EtatFinancement;
  readonly montant: number | null;
  readonly approche: boolean;
  readonly lacks: boolean;
}

/**
 * What initiatives say that they cost, beyond the financings that they name.
 * @returns one entry an initiative that lacks something
 */
export function gapsOf(
  comparaison: Comparaison,
): readonly { readonly site: Site; readonly montant: number; readonly approche: boolean }[] {
  return comparaison.sites.flatMap((site) => {
    const paid = grouped(
      site.rows(FINANCEMENTS).filter(({ origine }) => origine === 'initiative'),
      ({ origine_id }) => String(origine_id),
    );
    return site.rows('initiatives').flatMap((row) => {
      const cost = numberOf(row.moyens_montant);
      if (cost === null) return [];
      const found = paid.get(String(row.id)) ?? [];
      const brought = found.reduce((sum, { montant }) => sum + (numberOf(montant) ?? 0), 0);
      const approche = [row.moyens_montant_approche, ...found.map((one) => one.montant_approche)].includes(true);
      return cost > brought ? [{ site, montant: cents(cost - brought), approche }] : [];
    });
  });
}

/** Lines of the figure: by site in the order given, by what money is for, by source in the order of display. */
export function lignesOf(asked: FigureDemandee): readonly LigneMoyens[] {
  const { comparaison } = asked;
  if (!areFew(comparaison)) return withoutSites(asked);
  const by = grouped(apportsOf(comparaison), ({ site }) => site);
  return comparaison.sites.flatMap((site) => linesOf(by.get(site) ?? [], site, asked.langue));
}

/** The same over all sites together. */
export function withoutSites({ comparaison, langue }: FigureDemandee): readonly LigneMoyens[] {
  return linesOf(apportsOf(comparaison), null, langue);
}

function apportsOf(comparaison: Comparaison): readonly Apport[] {
  return [
    ...rowsIn(comparaison, FINANCEMENTS).map(({ site, row }) => apportOf(site, row)),
    ...gapsOf(comparaison).map(
      ({ site, montant, approche }): Apport => ({
        ...{ site, montant, approche, origine: 'initiative', source: null, etat: 'inconnu', lacks: true },
      }),
    ),
  ];
}

function linesOf(some: readonly Apport[], site: Site | null, langue: Langue): readonly LigneMoyens[] {
  const sources = [...codesIn(FINANCEMENTS, 'source'), null];
  return codesIn(FINANCEMENTS, 'origine').flatMap((origine) =>
    sources.flatMap((source) => {
      const own = some.filter((one) => one.origine === origine && one.source === source);
      return own.length === 0 ? [] : [ligneOf(own, site, langue)];
    }),
  );
}

function apportOf(site: Site, row: Fiche): Apport {
  const etat = ETATS.find((one) => one === row.etat) ?? 'inconnu';
  return {
    site,
    origine: String(row.origine),
    source: codeOf(row.source),
    etat,
    montant: numberOf(row.montant),
    approche: row.montant_approche === true,
    lacks: false,
  };
}

function ligneOf(own: readonly Apport[], site: Site | null, langue: Langue): LigneMoyens {
  const [{ origine, source }] = own as readonly [Apport, ...Apport[]];
  const said = own.filter(({ lacks }) => !lacks);
  const sum = (some: readonly Apport[]): number => cents(some.reduce((all, { montant }) => all + (montant ?? 0), 0));
  return {
    site,
    pour: pourSaid(origine, langue),
    source: source === null ? null : labelIn(FINANCEMENTS, 'source', source, langue),
    montants: Object.fromEntries(
      ETATS.flatMap((etat) => {
        const here = said.filter((one) => one.etat === etat && one.montant !== null);
        return here.length === 0 ? [] : [[etat, sum(here)]];
      }),
    ),
    sansMontant: said.filter(({ montant }) => montant === null).length,
    sansSource: sum(own.filter(({ lacks }) => lacks)),
    approche: own.some(({ approche, montant }) => approche && montant !== null),
  };
}

/** The same lines with all sources of one thing together: what fits where all of them do not. */
export function withoutSources(lignes: readonly LigneMoyens[]): readonly LigneMoyens[] {
  const by = [...grouped(lignes, ({ site }) => site).values()].flatMap((own) => [
    ...grouped(own, ({ pour }) => pour).values(),
  ]);
  return by.map((own) => {
    const [{ site, pour }] = own as readonly [LigneMoyens, ...LigneMoyens[]];
    return {
      site,
      pour,
      source: '',
      montants: Object.fromEntries(
        ETATS.flatMap((etat) => {
          const here = own.flatMap(({ montants }) => montants[etat] ?? []);
          return here.length === 0 ? [] : [[etat, cents(here.reduce((sum, one) => sum + one, 0))]];
        }),
      ),
      sansMontant: own.reduce((sum, { sansMontant }) => sum + sansMontant, 0),
      sansSource: cents(own.reduce((sum, { sansSource }) => sum + sansSource, 0)),
      approche: own.some(({ approche }) => approche),
    };
  });
}

/** The column says what the row lies in; the figure, what the money is for. */
function pourSaid(origine: string, langue: Langue): string {
  if (origine === 'dossier') return langue === 'fr' ? 'Atelier' : 'Workshop';
  if (origine === 'initiative') return langue === 'fr' ? 'Initiatives' : 'Initiatives';
  return labelIn(FINANCEMENTS, 'origine', origine, langue);
}

/** Cents are exact; sums of binary fractions are not. */
function cents(euro: number): number {
  return Math.round(euro * 100) / 100;
}

/** All the euros of a line, of known source or not. */
export function sumOf({ montants, sansSource }: LigneMoyens): number {
  return cents(ETATS.reduce((sum, etat) => sum + (montants[etat] ?? 0), sansSource));
}

/** « ≈ 60 000 € + 2 inconnus ». */
export function amountSaid(ligne: LigneMoyens, langue: Langue): string {
  const { sansMontant, approche } = ligne;
  const fr = langue === 'fr';
  const sum = sumOf(ligne);
  const s = sansMontant < 2 ? '' : 's';
  const known = Object.keys(ligne.montants).length > 0 || ligne.sansSource > 0;
  const amount = `${approche ? '≈\u202f' : ''}${euros(sum, langue)}`;
  if (sansMontant === 0) return amount;
  const count = nombre(sansMontant, langue);
  if (!known) return fr ? `${count} montant${s} inconnu${s}` : `${count} unknown amount${s}`;
  return `${amount} + ${count} ${fr ? `inconnu${s}` : 'unknown'}`;
}

/** The lines as a table. */
export function moyensTable(
  { langue, comparaison }: FigureDemandee,
  lignes: readonly LigneMoyens[],
  title: string,
): Table {
  const fr = langue === 'fr';
  const few = areFew(comparaison);
  const head = [
    ...(few ? ['Site'] : []),
    fr ? 'Pour' : 'For',
    'Source',
    ...ETATS.map((etat) => ETATS_DITS[etat][langue]),
    fr ? 'source inconnue' : 'source unknown',
    fr ? 'sans montant' : 'without amount',
  ];
  const amount = (value: number | undefined, approche: boolean): string =>
    value === undefined ? '' : `${approche ? '≈\u202f' : ''}${euros(value, langue)}`;
  const rows = lignes.map((ligne) => [
    ...(few ? [ligne.site?.nom ?? null] : []),
    ligne.pour,
    ligne.source,
    ...ETATS.map((etat) => amount(ligne.montants[etat], ligne.approche)),
    amount(ligne.sansSource === 0 ? undefined : ligne.sansSource, ligne.approche),
    ligne.sansMontant === 0 ? '' : nombre(ligne.sansMontant, langue),
  ]);
  return tableOf(title, head, rows, langue, few ? 3 : 2);
}
