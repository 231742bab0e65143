import type { ResolvedCommune } from '../../cog/cog.ts';
import { fillIn } from '../../words/text.ts';
import { holdsCode, isNotable, isOther, typedCode } from '../codes.ts';
import type { FieldRule } from '../rule.ts';

export const communeAncienne: FieldRule = {
  id: 'commune-ancienne',
  reads: 'champ',
  severity: 'info',
  summary: { fr: 'Une commune fait partie, depuis, d’une autre.', en: 'A commune has since become part of another.' },
  why: {
    fr: 'Un dossier garde les codes de son année ; le périmètre, lui, est compté en communes d’aujourd’hui, et une commune déléguée l’étend à toute la commune nouvelle.',
    en: 'A dossier keeps the codes of its year; its perimeter is counted in communes of today, and a delegated commune widens it to the whole new one.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14456 Moult]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14456 Moult-Chicheboville]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  on: holdsCode,
  suspects: isNotable,
  *find(visit, { cog }) {
    const typed = typedCode(visit, cog);
    const { commune, nom } = typed ?? {};
    if (!typed || !commune || !gone.has(commune.statut) || isOther(typed)) return;
    const { code, depuis } = commune;
    const name = commune.nom ?? nom;
    const today = `${commune.actuelle.nom} (${commune.actuelle.code})`;
    const values = { nom: name ? `${name} (${code})` : code, actuelle: today, annee: depuis ?? '' };
    yield { message: fillIn(sentenceFor(commune), values) };
  },
};

/** An arrondissement or an overseas commune is what it always was. */
const gone: ReadonlySet<string> = new Set(['ancienne', 'deleguee', 'associee']);

function sentenceFor({ depuis, recodee, statut }: ResolvedCommune): typeof undated {
  if (depuis === null) return undated;
  if (recodee) return recoded;
  return statut === 'deleguee' ? delegated : statut === 'associee' ? associated : merged;
}

const undated = {
  fr: '{nom} fait aujourd’hui partie de {actuelle} : le périmètre compte toute cette commune',
  en: '{nom} is today part of {actuelle}: the perimeter counts the whole of that commune',
};
const delegated = {
  fr: '{nom} est depuis {annee} une commune déléguée de {actuelle} : le périmètre compte toute cette commune',
  en: '{nom} has since {annee} been a delegated commune of {actuelle}: the perimeter counts the whole of that commune',
};
const associated = {
  fr: '{nom} est depuis {annee} une commune associée à {actuelle} : le périmètre compte toute cette commune',
  en: '{nom} has since {annee} been a commune associated with {actuelle}: the perimeter counts the whole of that commune',
};
const merged = {
  fr: '{nom} n’est plus une commune depuis {annee} et fait partie de {actuelle} : le périmètre compte toute cette commune',
  en: '{nom} has not been a commune since {annee} and is part of {actuelle}: the perimeter counts the whole of that commune',
};
const recoded = {
  fr: '{nom} a changé de code en {annee} : c’est aujourd’hui {actuelle}',
  en: '{nom} changed its code in {annee}: it is today {actuelle}',
};
