// The YAML half of the bench: dossiers of ten documents each without Markdown, derived from examples/modele.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cog, type Commune, openCog } from '../src/cog/cog.ts';
import { root } from './paths.ts';

/** The documents of a dossier, below its folder; the last part of each is the name of its schema. */
export const documents = [
  'dossier',
  'territoire',
  'echelle',
  'acteurs',
  'candidature',
  'debats',
  'enseignements',
  'strategie/feuille-de-route',
  'medias/medias',
  'relectures',
] as const;

/** The smallest dossier that says something: one document. */
export const lone = {
  id: 'vallee',
  text: 'format: 1\nid: vallee\ntitre: Vivre dans la vallée\ndispositif: local\nphase: candidature\nproblematique: Comment habiter la vallée sans l’étendre ?\n',
};

/** What changes from one dossier to the next: real codes, so that every perimeter has to be resolved. */
interface Site {
  readonly number: number;
  readonly id: string;
  readonly epci: string;
  readonly bourg: string;
  readonly village: string;
  /** Of another EPCI. */
  readonly amont: string;
  readonly nom: string;
}

/**
 * The files of a workspace of that many documents, always the same, no two alike.
 * @param count a multiple of ten
 * @returns path and text of each, atelier.yaml first
 */
export function* corpus(count: number): Generator<readonly [path: string, text: string]> {
  yield ['atelier.yaml', 'format: 1\ntitre: Banc d’essai\n'];
  const models = documents.map((name) => [name, model(name)] as const);
  const places = sites(openCog(readFileSync(join(root, 'src/cog/cog.gen.tsv'))));
  for (let number = 0; number < count / documents.length; number++) {
    const site = places(number);
    for (const [name, text] of models) yield [`dossiers/${site.id}/${name}.yaml`, derived(text, site)];
    // What medias.yaml describes is there; no contender reads it.
    for (const picture of ['plan-guide', 'croquis-du-perimetre'])
      yield [`dossiers/${site.id}/medias/${picture}.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>\n'];
  }
}

/** A document of the model without what points at Markdown or pictures, typed the same by YAML 1.1, 1.2 and our schemas. */
function model(name: string): string {
  return readFileSync(join(root, `examples/modele/${name}.yaml`), 'utf8')
    .replace(/^ *(?:initiatives|seance|fichier): .*\n/gm, '')
    .replace(/^( *(?:- )?\w+: )(\d{4}-\d\d-\d\d|0\d|\d\d(?=\n *nom:))$/gm, '$1"$2"');
}

function derived(text: string, { number, id, epci, bourg, village, amont, nom }: Site): string {
  return text
    .replace(/\b(la vallée|le bourg|du bourg|la rivière|la halle|la papeterie)\b(?! des)/gi, `$1 de ${nom}`)
    .replaceAll('des Trois-Rives', `de ${nom}`)
    .replace('id: modele', `id: ${id}`)
    .replace('phase: suites', 'phase: diagnostic')
    .replace('statut: acheve', 'statut: en_cours')
    .replaceAll('240300566 CC du Val de Cher', epci)
    .replaceAll('03297 Vallon-en-Sully', bourg)
    .replaceAll('03158 Haut-Bocage', village)
    .replaceAll('03127 Hérisson', amont)
    .replace(/(?<=\b(?:montant|nombre|valeur|valeur_max|surface_m2): ~?)\d+/g, (digits) =>
      String(Number(digits) + number),
    );
}

/** An EPCI a dossier with two of its communes and one of its neighbour's; the second time round, other communes. */
function sites(cog: Cog): (number: number) => Site {
  const written = ({ code, nom }: { readonly code: string; readonly nom: string }) => `${code} ${nom}`;
  const plain = /^\p{Lu}[\p{L} -]+$/u;
  const groups = cog.table.under('E').flatMap(([key = '']) => {
    const epci = cog.epci(key.slice(1));
    const communes = (epci?.communes ?? [])
      .flatMap((code) => cog.commune(code) ?? [])
      .filter(({ nom }) => plain.test(nom));
    return epci && plain.test(epci.nom) && communes.length >= 8 ? [{ epci, communes }] : [];
  });
  return (number) => {
    const lap = 2 * Math.floor(number / groups.length);
    const { epci, communes } = groups[number % groups.length]!;
    const beside = groups[(number + 1) % groups.length]!.communes;
    const at = (list: readonly Commune[], index: number) => list[index % list.length]!;
    const bourg = at(communes, lap);
    return {
      number,
      id: `atelier-${String(number + 1).padStart(5, '0')}`,
      epci: written(epci),
      bourg: written(bourg),
      village: written(at(communes, lap + 1)),
      amont: written(at(beside, lap)),
      nom: `${bourg.nom} ${number + 1}`,
    };
  };
}
