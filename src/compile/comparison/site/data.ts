import type { DonneesSite, DossierSite, Ligne } from '../../../model/site-data.ts';
import type { Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import type { Comparaison } from '../sites.ts';
import { facettesOf } from './facets.ts';
import type { Noms } from './names.ts';
import { cherchees, rubriques } from './rubrics.ts';
import { scriptWords } from './words.ts';

/**
 * What the pages show and their script searches: each said once, in the language of the pages.
 * @param rapport the address of a dossier's report, as seen from the index; null where there is none
 */
export function donneesOf(
  comparaison: Comparaison,
  noms: Noms,
  { langue, auteur }: { readonly langue: Langue; readonly auteur: Langue },
  rapport: (id: string) => string | null,
): DonneesSite {
  const facettes = facettesOf(comparaison, noms, langue);
  const dossiers = comparaison.sites.map((site, at): DossierSite => {
    const titre = site.dossier.titre;
    return {
      id: site.id,
      nom: typographie(site.nom, auteur),
      titre: typographie(typeof titre === 'string' ? titre : site.nom, auteur),
      rapport: rapport(site.id),
      f: facettes.map(({ ranks }) => ranks[at] ?? []),
      r: rubriques.map(({ textes, auteur: own }) => {
        const texts = textes(site, noms, langue);
        return texts?.map((text) => typographie(text, own ? auteur : langue)) ?? null;
      }),
    };
  });
  return {
    auteur: auteur === langue ? null : auteur,
    mots: scriptWords(langue),
    facettes: facettes.map(({ id, titre, valeurs }) => ({ id, titre, valeurs })),
    rubriques: rubriques.map(({ titre, auteur: own }) => ({ titre: titre[langue], auteur: own })),
    lignes: lignesOf(facettes.length),
    dossiers,
  };
}

/** Who and where; what is coded; what is said of it. */
function lignesOf(facets: number): readonly Ligne[] {
  const at = (wanted: boolean): readonly Ligne[] =>
    rubriques.flatMap(({ id, identite }, r) => (identite === wanted && !cherchees.has(id) ? [{ r }] : []));
  return [...at(true), ...Array.from({ length: facets }, (_, f) => ({ f })), ...at(false)];
}

/** The data as a script that any page of a folder can read from a disk, where nothing can be fetched. */
export function dataScript(donnees: DonneesSite): string {
  // A text that is parsed is read twice as fast as a literal.
  return `window.atelierSite=JSON.parse('${JSON.stringify(donnees).replace(/[\\']/g, '\\$&')}');\n`;
}
