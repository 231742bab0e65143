import type { CodeKind, Proposition } from '../cog/entry.ts';
import { fillIn, type Text } from '../words/text.ts';
import { codeNames, type TypedCode, typedCode } from './codes.ts';
import type { FieldContext, Hit } from './rule.ts';
import type { Visit } from './walk.ts';

/**
 * What the four rules over unknown codes have in common: the code is not one of its kind.
 * @param genre the kind of code that the rule is about
 */
export function* unknownCode(genre: CodeKind, visit: Visit, { cog }: FieldContext): Generator<Hit> {
  const typed = typedCode(visit, cog);
  if (typed === null || typed.genre !== genre) return;
  const found = said(typed, cog.annees.epci);
  if (found === null) return;
  const [first] = typed.propositions;
  const right = first?.genre === genre ? written(first) : undefined;
  yield right === undefined
    ? found
    : { ...found, message: fillIn(meant, { dit: found.message, bon: right }), suggestion: right };
}

function said(typed: TypedCode, year: number): { readonly message: Text; readonly severity?: 'warning' } | null {
  const code = typed.code ?? '';
  const un = codeNames[typed.genre];
  switch (typed.verdict) {
    case 'inconnu':
      return { message: fillIn(unknown, { code, un }) };
    case 'code_postal':
      return { message: fillIn(postal, { code }) };
    case 'cle_fausse':
      return { message: fillIn(badKey, { code }) };
    case 'autre_genre':
      // A stakeholder may be a commune, written with its SIREN.
      if (typed.free || typed.autre === null) return null;
      return { message: fillIn(other, { code, autre: codeNames[typed.autre.genre], nom: typed.autre.nom, un }) };
    case 'peut_etre_dissous':
      // Syndicats, regions and firms have a SIREN too.
      return typed.free ? null : { message: fillIn(dissolved, { code, annee: year }), severity: 'warning' };
    default:
      return null;
  }
}

/** A code to write instead, with its name. */
export function written({ code, nom }: Proposition): string {
  return `${code} ${nom}`;
}

const unknown = { fr: '« {code} » n’est pas {un} connu', en: '“{code}” is not {un} that is known' };
const postal = {
  fr: '« {code} » est un code postal ; c’est le code INSEE de la commune qui est attendu',
  en: '“{code}” is a postal code; the INSEE code of the commune is expected',
};
const badKey = {
  fr: '« {code} » n’est pas un SIREN possible : un chiffre est faux, ou deux sont intervertis',
  en: '“{code}” is not a possible SIREN: a digit is wrong, or two are swapped',
};
const other = {
  fr: '« {code} » est {autre} ({nom}), pas {un}',
  en: '“{code}” is {autre} ({nom}), not {un}',
};
const dissolved = {
  fr: '« {code} » est inconnu parmi les EPCI de {annee}, peut-être dissous depuis',
  en: '“{code}” is unknown among the EPCI of {annee}, perhaps dissolved since',
};
const meant = { fr: '{dit} ; vouliez-vous dire « {bon} » ?', en: '{dit}; did you mean “{bon}”?' };
