import { nombre } from '../../words/numbers.ts';
import type { Text } from '../../words/text.ts';
import { type NomDeCritere, nomsDesCriteres } from './criteres-noms.ts';
import { dimensionNommee } from './dimensions.ts';
import type { Site } from './sites.ts';
import { type Libelles, type Valeur, valeursDe } from './valeurs.ts';

/** One thing by which dossiers are alike or not. */
export interface Critere {
  readonly nom: NomDeCritere;
  readonly titre: Text;
  /** How much it counts beside the others. */
  readonly poids: number;
  /** What is known of a site, each value once; null where nothing is. */
  readonly valeurs: (site: Site) => readonly Valeur[] | null;
}

/** What kind of territory it is and what is at stake there count most; by whom the atelier was launched, least. */
const poids: Readonly<Record<NomDeCritere, number>> = {
  dispositif: 1,
  types: 3,
  dynamiques: 2,
  situations: 2,
  niveau: 2,
  enjeux: 3,
  visees: 1,
  ressources: 1,
  population: 1,
  communes: 1,
};

/** Sizes: from so many on, up to the next. */
const classes = {
  population: { colonne: 'population', seuils: [0, 10_000, 50_000, 200_000] },
  communes: { colonne: 'nb_communes', seuils: [1, 2, 11, 51] },
} as const;

/** Shorter than the names of the columns, or those of no column. */
const titres = {
  enjeux: { fr: 'Enjeux', en: 'Challenges' },
  visees: { fr: 'Visées', en: 'Aims' },
  ressources: { fr: 'Ressources', en: 'Resources' },
  population: { fr: 'Taille (habitants)', en: 'Size (inhabitants)' },
  communes: { fr: 'Taille (communes)', en: 'Size (communes)' },
} as const satisfies Partial<Record<NomDeCritere, Text>>;

/**
 * The criteria asked for, in reading order.
 * @param noms all of them where none is named
 */
export function criteresDe(noms: readonly NomDeCritere[], libelles: Libelles): readonly Critere[] {
  return nomsDesCriteres
    .filter((nom) => noms.length === 0 || noms.includes(nom))
    .map((nom): Critere => {
      if (nom === 'population' || nom === 'communes')
        return { nom, titre: titres[nom], poids: poids[nom], valeurs: (site) => sizeOf(site, nom) };
      const found = dimensionNommee(nom);
      if (!found.ok) throw new Error(`no column for the criterion ${nom}`);
      const { dimension } = found;
      return {
        nom,
        titre: nom === 'enjeux' || nom === 'visees' || nom === 'ressources' ? titres[nom] : dimension.titre,
        poids: poids[nom],
        valeurs: (site) => valeursDe(site, dimension, libelles),
      };
    });
}

function sizeOf({ dossier }: Site, nom: keyof typeof classes): readonly Valeur[] | null {
  const { colonne, seuils } = classes[nom];
  const size = dossier[colonne];
  if (typeof size !== 'number') return null;
  const at = seuils.findLastIndex((seuil) => size >= seuil);
  if (at < 0) return null;
  const [from = 0, next] = [seuils[at], seuils[at + 1]];
  return [{ code: String(from), libelle: { fr: classLabel(from, next, 'fr'), en: classLabel(from, next, 'en') } }];
}

function classLabel(from: number, next: number | undefined, langue: 'fr' | 'en'): string {
  const fr = langue === 'fr';
  if (next === undefined) return `${nombre(from, langue)} ${fr ? 'et plus' : 'and more'}`;
  if (next - from === 1) return nombre(from, langue);
  if (from === 0) return `${fr ? 'moins de' : 'fewer than'} ${nombre(next, langue)}`;
  return fr
    ? `de ${nombre(from, langue)} à ${nombre(next - 1, langue)}`
    : `${nombre(from, langue)} to ${nombre(next - 1, langue)}`;
}
