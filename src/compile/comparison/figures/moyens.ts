import { connus } from '../../../words/numbers.ts';
import { etatPattern, etatsLegend } from '../../figures/etats-financement.ts';
import { type LegendEntry, MARK, unknown, unknownLegend } from '../../figures/marks.ts';
import { composed, fits } from '../composed.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { BAR, barres } from '../moyens-barres.ts';
import {
  amountSaid,
  gapsOf,
  type LigneMoyens,
  lignesOf,
  moyensTable,
  withoutSites,
  withoutSources,
} from '../moyens-lignes.ts';
import { areFew, rowsIn } from '../said.ts';

const FINANCEMENTS = 'financements';
const INITIATIVES = 'initiatives';

/**
 * Means by source: a bar a source, stacked by how sure the money is, under each site while sites are few, else over all
 * of them. Money of the atelier itself, of its initiatives and of its follow-up stand apart. Sites stand in the order
 * given: nothing here is a ranking, and nothing is a mean.
 */
export const moyens: Dessiner = (asked) => {
  const { comparaison, langue, prefix } = asked;
  const all = rowsIn(comparaison, FINANCEMENTS);
  const gaps = gapsOf(comparaison);
  if (all.length + gaps.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Les moyens, par source' : 'Means, by source';
  const lignes = lignesOf(asked);
  const bySource = barres(asked, lignes);
  // Where names or sources find no room, the whole says less: it is never cut.
  const smaller = [() => barres(asked, withoutSources(lignes)), () => barres(asked, withoutSites(asked))];
  const drawn = smaller.reduce((last, less) => (fits(last) ? last : less()), bySource);
  const shown = (test: (ligne: LigneMoyens) => boolean): boolean => lignes.some(test);
  return composed(asked, {
    id: 'moyens',
    title,
    description: describe(asked, lignes),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: [
      ...etatsLegend(prefix, langue, (etat) => shown(({ montants }) => (montants[etat] ?? 0) > 0), BAR),
      ...(shown(({ sansSource }) => sansSource > 0)
        ? [sourceLegend(prefix, fr ? 'source inconnue' : 'source unknown')]
        : []),
      ...(shown(({ sansMontant }) => sansMontant > 0)
        ? [unknownLegend(prefix, fr ? '« ? » : montant inconnu' : '“?”: amount unknown')]
        : []),
    ],
    defs: etatPattern(prefix),
    remarks: [
      ...remarks(asked, lignes),
      ...(drawn === bySource
        ? []
        : [
            fr
              ? 'Le détail, par site et par source, est dans le tableau.'
              : 'The detail, by site and by source, is in the table.',
          ]),
    ],
    table: moyensTable(asked, lignes, title),
    prises: [
      {
        table: FINANCEMENTS,
        colonnes: ['dossier', 'origine', 'origine_id', 'rang', 'source', 'etat', 'montant', 'montant_approche', 'taxe'],
      },
      {
        table: INITIATIVES,
        colonnes: ['dossier', 'id', 'moyens_montant', 'moyens_montant_approche'],
        only: ({ moyens_montant }) => moyens_montant !== null,
      },
    ],
    known: new Set([...all, ...gaps].map(({ site }) => site.id)),
  });
};

/** Hatched as in the bars, whose length is to scale: without the mark of what has no amount. */
function sourceLegend(prefix: string, words: string): LegendEntry {
  return { mark: (x, y) => unknown(prefix, { x, y: y + 1, width: MARK.width, height: BAR }, ''), words };
}

function remarks(asked: FigureDemandee, lignes: readonly LigneMoyens[]): readonly string[] {
  const fr = asked.langue === 'fr';
  const all = rowsIn(asked.comparaison, FINANCEMENTS).map(({ row }) => row);
  const amounts = all.filter(({ montant }) => montant !== null).length;
  const taxes = all.filter(({ taxe }) => taxe !== null).length;
  const about = lignes.some(({ approche }) => approche);
  const open = lignes.some(({ sansMontant }) => sansMontant > 0);
  const order = areFew(asked.comparaison)
    ? fr
      ? 'Les sites sont dans l’ordre de toute la publication, pas dans celui des montants.'
      : 'Sites stand in the order of the whole publication, not in that of amounts.'
    : fr
      ? 'Sommes sur tous les sites ; aucune n’est une moyenne.'
      : 'Sums over all sites; none is a mean.';
  return [
    order,
    ...(open
      ? [
          fr
            ? 'La longueur des parties marquées « ? » ne veut rien dire : leur montant n’est pas connu.'
            : 'The length of parts marked “?” means nothing: their amount is not known.',
        ]
      : []),
    ...(about ? [fr ? '≈ : montant approché.' : '≈: approximate amount.'] : []),
    fr
      ? `Montants : ${connus(amounts, all.length, 'fr')} ; HT ou TTC : ${connus(taxes, all.length, 'fr')}, additionnés tels quels.`
      : `Amounts: ${connus(amounts, all.length, 'en')}; with or without VAT: ${connus(taxes, all.length, 'en')}, added as they are.`,
  ];
}

function describe({ langue }: FigureDemandee, lignes: readonly LigneMoyens[]): string {
  const fr = langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const said = lignes.map((ligne) => {
    const named = [ligne.site?.nom, ligne.pour, ligne.source ?? (fr ? 'source inconnue' : 'source unknown')];
    return `${named.filter((one) => one !== undefined).join(', ')}${colon}${amountSaid(ligne, langue)}`;
  });
  return `${said.join(fr ? ' ; ' : '; ')}.`;
}
