import { nombre } from '../../words/numbers.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Critere } from './criteres.ts';
import { jsonText, mdTable } from './ecrit.ts';
import type { Proche, Proches, Rapproche } from './proches.ts';
import type { Site } from './sites.ts';
import type { Valeur } from './valeurs.ts';

/** A likeness asked for, and what came of it. */
export interface Rapprochement extends Proches {
  readonly site: Site;
  readonly criteres: readonly Critere[];
  /** How many of the nearest are told. */
  readonly limite: number;
}

/** A likeness in words. */
export interface ProcheDit {
  readonly nom: string;
  readonly id: string;
  /** `5,2 points sur 9 · 7 critères connus des deux sur 10`. */
  readonly compte: string;
  readonly communs: string;
  readonly differe: string;
  readonly inconnu: string;
}

/** A likeness as JSON, with what each criterion comes to. */
export function prochesJson(asked: Rapprochement, langue: Langue): string {
  const { site, criteres, proches, peuConnus, minimum, limite } = asked;
  const coded = (valeurs: readonly Valeur[]) =>
    valeurs.map(({ code, libelle }) => ({ code, libelle: libelle[langue] }));
  const one = (proche: Proche) => ({
    id: proche.site.id,
    nom: proche.site.nom,
    points: rounded(proche.points),
    sur: proche.sur,
    criteres_connus: proche.connus,
    criteres: proche.rapproches.map((rapproche) =>
      rapproche.connu
        ? {
            nom: rapproche.critere.nom,
            inconnu: null,
            points: rounded(rapproche.points),
            communs: coded(rapproche.communs),
            ici: coded(rapproche.ici),
            la: coded(rapproche.la),
          }
        : { nom: rapproche.critere.nom, inconnu: rapproche.de, points: null, communs: [], ici: [], la: [] },
    ),
  });
  return jsonText({
    version: 1,
    dossier: { id: site.id, nom: site.nom },
    criteres: criteres.map(({ nom, titre, poids }) => ({ nom, titre: titre[langue], poids })),
    minimum,
    proches: proches.slice(0, limite).map(one),
    autres: Math.max(0, proches.length - limite),
    peu_connus: peuConnus.map(one),
  });
}

/** A likeness as Markdown. */
export function prochesMd(asked: Rapprochement, langue: Langue): string {
  const { site, proches, limite } = asked;
  const word = (name: 'dossier' | 'compte' | 'communs' | 'differe' | 'inconnu'): string => WORDS[name][langue];
  const rows = proches.slice(0, limite).map((one) => {
    const { nom, compte, communs, differe, inconnu } = procheDit(one, langue);
    return [nom, compte, communs, differe, inconnu];
  });
  const head = [word('dossier'), word('compte'), word('communs'), word('differe'), word('inconnu')];
  const title =
    mdTable([fillIn(TITRE, { nom: site.nom })[langue]], [])
      .split('\n')[0]
      ?.slice(2, -2) ?? '';
  const table = rows.length === 0 ? [] : [mdTable(head, rows)];
  return `${[title, ...table, ...notesDe(asked, langue)].join('\n\n')}\n`;
}

/** What is said beside a likeness, a sentence each: what it is, what weighs, what is too little known. */
export function notesDe(
  { criteres, peuConnus, minimum, proches, limite }: Rapprochement,
  langue: Langue,
): readonly string[] {
  if (proches.length + peuConnus.length === 0) return [];
  const others = proches.length - limite;
  const weights = criteres.map(({ titre, poids }) => `${titre[langue]} ${poids}`).join('\u00a0· ');
  const names = peuConnus.map(({ site }) => site.nom).join('\u00a0· ');
  return [
    ...(others > 0 ? [fillIn(AUTRES, { n: nombre(others, langue) })[langue]] : []),
    ...(peuConnus.length > 0 ? [fillIn(PEU, { noms: names, n: minimum })[langue]] : []),
    fillIn(POIDS, { poids: weights })[langue],
    CE_QUE[langue],
  ];
}

/** A likeness in words: what is shared by its labels, what differs, what is unknown and of whom. */
export function procheDit({ site, rapproches, points, sur, connus }: Proche, langue: Langue): ProcheDit {
  const known = rapproches.flatMap((one) => (one.connu ? [one] : []));
  const shared = known.flatMap((one) => said(one, one.communs, langue));
  const each = (some: readonly string[]): string => some.join(langue === 'fr' ? '\u202f; ' : '; ');
  return {
    nom: site.nom,
    id: site.id,
    compte: fillIn(COMPTE, {
      points: nombre(rounded(points), langue),
      sur: nombre(sur, langue),
      connus: nombre(connus, langue),
      tous: nombre(rapproches.length, langue),
    })[langue],
    communs: each(shared) || NOTHING[langue],
    differe: each(known.flatMap((one) => differenceSaid(one, langue))),
    inconnu: each(
      rapproches.flatMap((one) => (one.connu ? [] : [`${one.critere.titre[langue]} (${WHOSE[one.de][langue]})`])),
    ),
  };
}

type Connu = Extract<Rapproche, { connu: true }>;

function said({ critere }: Connu, valeurs: readonly Valeur[], langue: Langue): readonly string[] {
  return valeurs.length === 0 ? [] : [`${critere.titre[langue]}${COLON[langue]}${listed(valeurs, langue)}`];
}

function differenceSaid({ critere, ici, la }: Connu, langue: Langue): readonly string[] {
  const parts = [
    ...(ici.length > 0 ? [`${listed(ici, langue)} (${HERE[langue]})`] : []),
    ...(la.length > 0 ? [`${listed(la, langue)} (${THERE[langue]})`] : []),
  ];
  return parts.length === 0 ? [] : [`${critere.titre[langue]}${COLON[langue]}${parts.join(', ')}`];
}

function listed(valeurs: readonly Valeur[], langue: Langue): string {
  return valeurs.map(({ libelle }) => libelle[langue]).join(', ');
}

/** One decimal: more would say more than is known. */
function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}

const COLON = { fr: '\u00a0: ', en: ': ' };
const HERE = { fr: 'ici', en: 'here' };
const THERE = { fr: 'là', en: 'there' };
const NOTHING = { fr: 'rien, dans ce qui est connu des deux', en: 'nothing, in what is known of both' };
const WHOSE = {
  ici: { fr: 'ici', en: 'here' },
  la: { fr: 'là', en: 'there' },
  deux: { fr: 'des deux côtés', en: 'on both sides' },
} as const;
const COMPTE = {
  fr: '{points} points sur {sur}\u00a0· critères connus des deux\u00a0: {connus} sur {tous}',
  en: '{points} points of {sur}\u00a0· criteria known of both: {connus} of {tous}',
};
const TITRE = { fr: 'Les dossiers les plus proches de {nom}', en: 'The dossiers nearest to {nom}' };
const AUTRES = {
  fr: 'Non montrés, aucun n’est plus proche\u00a0: {n} (--limit).',
  en: 'Not shown, none of them nearer: {n} (--limit).',
};
const PEU = {
  fr: 'Trop peu connus pour être rapprochés (moins de {n} critères connus des deux)\u00a0: {noms}.',
  en: 'Too little known to tell (fewer than {n} criteria known of both): {noms}.',
};
const POIDS = { fr: 'Poids des critères\u00a0: {poids}.', en: 'Weights of the criteria: {poids}.' };
const CE_QUE = {
  fr: 'Une ressemblance, pas un classement\u00a0: l’inconnu ne compte ni comme égal ni comme différent.',
  en: 'A likeness, not a ranking: what is unknown counts neither as equal nor as different.',
};
const WORDS = {
  dossier: { fr: 'Dossier', en: 'Dossier' },
  compte: { fr: 'Points', en: 'Points' },
  communs: { fr: 'En commun', en: 'Shared' },
  differe: { fr: 'Diffère', en: 'Differs' },
  inconnu: { fr: 'Inconnu', en: 'Unknown' },
} as const;
