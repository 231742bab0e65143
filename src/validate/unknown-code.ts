import type { Cog } from '../cog/cog.ts';
import { type CodeKind, type Proposition, readCode } from '../cog/entry.ts';
import { fillIn, type Text } from '../words/text.ts';
import { codeNames, type TypedCode, typedCode } from './codes.ts';
import type { FieldContext, Hit } from './rule.ts';
import type { Visit } from './walk.ts';

/**
 * What the four rules over unknown codes have in common: the code is not one of its kind.
 * @param genre the kind of code that the rule is about
 */
export function* unknownCode(genre: CodeKind, visit: Visit, { cog, facts }: FieldContext): Generator<Hit> {
  const typed = typedCode(visit, cog);
  if (typed === null || typed.genre !== genre) return;
  const found = said(typed, cog);
  if (found === null) return;
  const [first] = typed.propositions;
  const right = first?.genre === genre ? written(first) : undefined;
  const [near, ...others] = typed.verdict === 'peut_etre_dissous' ? epciBeside(facts.value, visit.pointer, cog) : [];
  if (right !== undefined) {
    yield { ...found, message: fillIn(meant, { dit: found.message, bon: right }), suggestion: right };
  } else if (near !== undefined && others.length < 3) {
    const message = fillIn(beside, { dit: found.message, epci: [near, ...others].join(', ') });
    yield { ...found, message, ...(others.length === 0 && { suggestion: near }) };
  } else yield found;
}

/** The EPCI of today of the communes listed beside an EPCI, without those that are listed already. */
function epciBeside(file: unknown, pointer: string, cog: Cog): readonly string[] {
  const path = pointer.split('/').slice(1, -2);
  const holder = path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), file);
  if (!isMap(holder)) return [];
  const codes = (key: string) => [holder[key]].flat().flatMap((one) => (typeof one === 'string' ? readCode(one) : []));
  const listed = new Set(codes('epci').map(({ code }) => code));
  const found = codes('communes').flatMap(({ code, nom }) => cog.resolveCommune(code ?? '', nom)?.actuelle.epci ?? []);
  return [...new Set(found)].filter((epci) => !listed.has(epci)).map((epci) => `${epci} ${cog.epci(epci)?.nom}`);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function said(typed: TypedCode, { annees }: Cog): { readonly message: Text; readonly severity?: 'warning' } | null {
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
      return typed.free
        ? null
        : { message: fillIn(dissolved, { code, annee: annees.epci, debut: annees.epci_depuis }), severity: 'warning' };
    default:
      return null;
  }
}

/** A code to write instead, with its name. */
export function written({ code, nom }: Pick<Proposition, 'code' | 'nom'>): string {
  return `${code} ${nom.replaceAll("'", '’')}`;
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
  fr: '« {code} » est inconnu au millésime {annee} des EPCI, peut-être dissous avant {debut}',
  en: '“{code}” is unknown among the EPCI of {annee}, perhaps dissolved before {debut}',
};
const beside = {
  fr: '{dit} ; les communes listées à côté sont dans : {epci}',
  en: '{dit}; the communes listed beside it are in: {epci}',
};
const meant = { fr: '{dit} ; vouliez-vous dire « {bon} » ?', en: '{dit}; did you mean “{bon}”?' };
