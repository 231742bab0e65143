import type { Text } from '../../words/text.ts';
import type { Hit, TextRule } from '../rule.ts';

export const donneePersonnelle: TextRule = {
  id: 'donnee-personnelle',
  reads: 'texte',
  severity: 'error',
  summary: {
    fr: 'Une adresse électronique ou un numéro de téléphone est écrit dans le dossier.',
    en: 'An e-mail address or a phone number is written in the dossier.',
  },
  why: {
    fr: 'Un dossier se relit, se partage et se publie : les coordonnées d’une personne n’y ont pas leur place (CRPA, art. L. 312-1-2 ; RGPD). Elles vont dans prive/contacts.yaml, que git ignore. Ce qui a été enregistré une fois reste dans l’historique de git et dans chaque copie du dépôt : prévenez le délégué à la protection des données avant de le réécrire (git filter-repo).',
    en: 'A dossier is read, shared and published: how to reach a person has no place in it (CRPA, art. L. 312-1-2; GDPR). It goes to prive/contacts.yaml, which git ignores. What was committed once stays in git’s history and in every copy of the repository: tell the data protection officer before rewriting it (git filter-repo).',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nInscription : accueil@exemple.fr\n',
    line: 4,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nInscription : https://exemple.fr/contact\n',
  },
  find: ({ text }) => personalData(text),
};

function* personalData(text: string): Generator<Hit> {
  const [hasAt, hasZero] = [text.includes('@'), /[0+]/.test(text)];
  if (!hasAt && !hasZero) return;
  const addresses = [...text.matchAll(webAddress)].map(({ index, 0: all }) => [index, index + all.length] as const);
  const found: { readonly span: readonly [number, number]; readonly message: Text }[] = [];
  if (hasAt)
    for (const { index, 0: all } of text.matchAll(email))
      found.push({ span: [index, index + all.length], message: ofEmail });
  for (const { index, 0: all } of hasZero ? text.matchAll(phone) : []) {
    if (!isBookNumber(text, index)) found.push({ span: [index, index + all.length], message: ofPhone });
  }
  let next = 0;
  for (const { span, message } of found.toSorted((a, b) => a.span[0] - b.span[0])) {
    while ((addresses[next]?.[1] ?? Number.POSITIVE_INFINITY) <= span[0]) next++;
    if ((addresses[next]?.[0] ?? Number.POSITIVE_INFINITY) <= span[0]) continue;
    yield { span, message, masked: true };
  }
}

const webAddress = /https?:\/\/[^\s<>"')\]]+/gi;
/** Bounded, as the names of addresses are: a word without end is not read again from each of its letters. */
const email = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d-]*\p{L}[\p{L}\d-]*)+/gu;

/**
 * Ten digits from 0, or nine from +33, in pairs parted all in the same way. Neither a SIREN or SIRET (nine and fourteen
 * digits), nor a date, an amount or a list of codes is in such pairs; nor is a part of a longer number.
 */
const phone =
  /(?<![\p{L}\d_.,/+-])(?:(?:\+|00)33([ .\u00a0\u202f-]?)(?:\(0\)\1?)?[1-9](?:\1\d\d){4}|0[1-9]([ .\u00a0\u202f-]?)\d\d(?:\2\d\d){3})(?![\p{L}\d_]|[.,-]\d| ?\d)/gu;

/** An ISBN of ten digits looks like a phone number. */
function isBookNumber(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - 1000);
  return /\bisbn\b[^\n]*$/i.test(text.slice(from, at));
}

const ofEmail = {
  fr: 'adresse électronique : sa place est prive/contacts.yaml, que personne ne publie',
  en: 'e-mail address: its place is prive/contacts.yaml, which nobody publishes',
};
const ofPhone = {
  fr: 'numéro de téléphone : sa place est prive/contacts.yaml, que personne ne publie',
  en: 'phone number: its place is prive/contacts.yaml, which nobody publishes',
};
