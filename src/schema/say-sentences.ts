import { fillIn, type Text } from '../words/text.ts';
import { wordsOf } from './fields.ts';
import type { Schema } from './json-schema.ts';
import type { Problem } from './problems.ts';
import { fits, likelyForm, rightForm, twoReadings } from './right-form.ts';
import { codeForms, type Said, textForms } from './say-code.ts';
import { badId, badReference, shortened } from './say-names.ts';
import { perimetreSchema, resolved } from './schemas.ts';

/** The sentences of schema problems: what is so, and what was expected. */
export const sentences = {
  unknownKey(key: string, known: readonly string[], right: string | null, elsewhere: Text | undefined): Said {
    if (right !== null) {
      const message = fillIn(
        {
          fr: 'la clé « {cle} » n’existe pas ici ; vouliez-vous dire « {bon} » ?',
          en: 'there is no key “{cle}” here; did you mean “{bon}”?',
        },
        { cle: key, bon: right },
      );
      return { message, suggestion: right };
    }
    if (Object.hasOwn(perimetreSchema.properties ?? {}, key)) {
      const words = {
        fr: '« {cle} » se calcule à partir des codes et ne s’écrit pas : retirez la clé',
        en: '“{cle}” is worked out from the codes and is not written: remove the key',
      };
      return { message: fillIn(words, { cle: key }) };
    }
    const words =
      elsewhere === undefined
        ? {
            fr: 'la clé « {cle} » n’existe pas ici ; les clés sont : {cles}',
            en: 'there is no key “{cle}” here; the keys are: {cles}',
          }
        : {
            fr: 'la clé « {cle} » n’est pas de ce fichier : sa place est {ailleurs}',
            en: 'the key “{cle}” is not of this file: it belongs in {ailleurs}',
          };
    return { message: fillIn(words, { cle: key, cles: known.join(', '), ailleurs: elsewhere ?? '' }) };
  },

  missingKey(key: string, node: Schema | undefined, file: string): Said {
    const said = node ? wordsOf(node).description : { fr: '', en: '' };
    const words = { fr: 'il manque la clé « {cle} » : {sens}', en: 'the key “{cle}” is missing: {sens}' };
    return { message: fillIn(words, { cle: key, sens: said.fr === '' ? file : said }) };
  },

  wrongForm(node: Schema | undefined, value: unknown): Said {
    const expected = formOf(node, value);
    if (typeof value === 'string') {
      return meant(node, value, { fr: '« {valeur} » : {attendu}', en: '“{valeur}”: {attendu}' }, expected);
    }
    return (node && single(resolved(node), value)) ?? wrong(whatIs(value), expected);
  },

  empty(node: Schema | undefined): Said {
    const title = node ? wordsOf(node).title : { fr: '', en: '' };
    const words = {
      fr: '« {titre} » est vide : complétez, ou retirez la clé (une clé absente veut dire « inconnu »)',
      en: '“{titre}” is empty: fill it in, or remove the key (an absent key means “unknown”)',
    };
    return { message: fillIn(words, { titre: title }) };
  },

  /** @param item what a list has twice */
  doubled(item: unknown): Said {
    const words = {
      fr: '« {mot} » est deux fois dans la liste : gardez-en un',
      en: '“{mot}” is twice in the list: keep one',
    };
    return { message: fillIn(words, { mot: String(item) }) };
  },

  badId,

  badName(node: Schema, name: string): Said {
    const words = { fr: '« {nom} » : {attendu}', en: '“{nom}”: {attendu}' };
    return { message: fillIn(words, { nom: shortened(name), attendu: plain(node) }) };
  },

  /** `inconnu`, `?`: the format says it by saying nothing; `code` of `inconnus:` where the answer was looked for. */
  unknownWord(word: string, code: string | undefined): Said {
    const words = {
      fr: '« {mot} » ne s’écrit pas : retirez la clé (une clé absente veut dire « inconnu »){note}',
      en: '“{mot}” is not written: remove the key (an absent key means “unknown”){note}',
    };
    const note =
      code === undefined
        ? { fr: '', en: '' }
        : {
            fr: ` ; si vous l’avez cherché, écrivez « inconnus: [${code}] »`,
            en: `; if you looked for it, write “inconnus: [${code}]”`,
          };
    return { message: fillIn(words, { mot: word, note }) };
  },

  badValue(node: Schema | undefined, value: unknown, problem: Problem): Said {
    const schema = node && resolved(node);
    if (typeof value === 'number' && typeof schema?.const === 'number' && value > schema.const) return newer(value);
    const named = typeof value === 'string' && schema ? badReference(schema, value) : null;
    if (named !== null) return named;
    return meant(
      node,
      value,
      { fr: '« {valeur} » : {attendu}', en: '“{valeur}”: {attendu}' },
      expectedOf(node, problem),
    );
  },
};

/** What was expected; where the right writing is known, that instead of an example. */
function meant(
  node: Schema | undefined,
  value: unknown,
  words: { readonly fr: '« {valeur} » : {attendu}'; readonly en: '“{valeur}”: {attendu}' },
  expected: Text,
): Said {
  const valeur = shortened(String(value));
  const schema = node === undefined || typeof value !== 'string' ? undefined : resolved(node);
  const right = schema ? rightForm(schema, String(value)) : null;
  const either = schema ? twoReadings(schema, String(value)) : null;
  if (either !== null) {
    const [decimal, thousands] = either;
    const attendu = {
      fr: `deux lectures possibles : écrivez « ${decimal} » ou « ${thousands} »`,
      en: `two readings are possible: write “${decimal}” or “${thousands}”`,
    };
    return { message: fillIn(words, { valeur, attendu }) };
  }
  const likely = schema && right === null ? likelyForm(schema, String(value)) : null;
  if (likely !== null) {
    const asked = { fr: '{attendu} ; vouliez-vous dire « {bon} » ?', en: '{attendu}; did you mean “{bon}”?' };
    const attendu = fillIn(asked, { attendu: expected, bon: likely });
    return { message: fillIn(words, { valeur, attendu }), suggestion: likely };
  }
  if (right === null) return { message: fillIn(words, { valeur, attendu: expected }) };
  const instead = { fr: `écrivez « ${right} »`, en: `write “${right}”` };
  return { message: fillIn(words, { valeur, attendu: instead }), suggestion: right, mends: true };
}

function wrong(ce: Text, attendu: Text): Said {
  return { message: fillIn({ fr: '{ce} : {attendu}', en: '{ce}: {attendu}' }, { ce, attendu }) };
}

/** A list or keys where one code, date or number may stand; the one item of a list is what was meant. */
function single(schema: Schema, value: unknown): Said | null {
  const types = [schema.type ?? []].flat();
  const texte = schema['x-atelier']?.texte;
  if (
    typeof value !== 'object' ||
    types.includes('array') ||
    types.includes('object') ||
    texte === 'ligne' ||
    texte === 'prose'
  )
    return null;
  if (!Array.isArray(value))
    return {
      message: { fr: 'une seule valeur est attendue, pas des clés', en: 'a single value is expected, not keys' },
    };
  const [item, ...others]: readonly unknown[] = value;
  const one = others.length > 0 || item === undefined || typeof item === 'object' ? null : fits(schema, String(item));
  const list = { fr: 'une seule valeur est attendue, pas une liste', en: 'a single value is expected, not a list' };
  if (one === null) return { message: list };
  const message = fillIn(
    { fr: '{liste} : écrivez « {bon} »', en: '{liste}: write “{bon}”' },
    { liste: list, bon: one },
  );
  // The place of a list is its key: what is written there is not to be replaced by the value.
  return { message, suggestion: one };
}

function newer(value: number): Said {
  const words = {
    fr: 'le format {n} est plus récent que ce programme : mettez atelier à jour',
    en: 'format {n} is newer than this program: update atelier',
  };
  return { message: fillIn(words, { n: value }) };
}

/** What a value is, in an author's words. */
function whatIs(value: unknown): Text {
  if (Array.isArray(value)) return { fr: 'ceci est une liste', en: 'this is a list' };
  if (typeof value === 'object' && value !== null)
    return { fr: 'ceci est une suite de clés', en: 'this is a set of keys' };
  return { fr: `« ${shortened(String(value))} »`, en: `“${shortened(String(value))}”` };
}

function formOf(node: Schema | undefined, value: unknown): Text {
  const schema = node && resolved(node);
  const types = [schema?.type ?? []].flat();
  if (types.includes('array')) {
    const scalar = typeof value !== 'object';
    return {
      fr: `une liste est attendue${scalar ? `, par exemple [${shortened(String(value))}]` : ''}`,
      en: `a list is expected${scalar ? `, for instance [${shortened(String(value))}]` : ''}`,
    };
  }
  if (types.includes('object')) {
    const keys = Object.keys(schema?.properties ?? {})
      .slice(0, 6)
      .join(', ');
    return keys === ''
      ? { fr: 'une suite « identifiant: … » est attendue', en: 'entries “identifier: …” are expected' }
      : { fr: `des clés sont attendues : ${keys}…`, en: `keys are expected: ${keys}…` };
  }
  if (types.includes('boolean'))
    return { fr: 'true (oui) ou false (non) est attendu', en: 'true or false is expected' };
  // A number that may be approximate: its own sentence says how.
  if (types.includes('number') && types.includes('string')) return textForms.nombre ?? plain(schema);
  if (types.includes('integer')) return { fr: 'un nombre entier est attendu', en: 'a whole number is expected' };
  if (types.includes('number')) {
    return {
      fr: 'un nombre est attendu, sans espace ni unité, avec un point : 20420.5',
      en: 'a number is expected, without spaces or unit: 20420.5',
    };
  }
  return { fr: 'un texte est attendu', en: 'a text is expected' };
}

/** What the schema expects of a scalar, from its annotation first: the words of the field, then the bare limit. */
function expectedOf(node: Schema | undefined, problem: Problem): Text {
  const schema = node && resolved(node);
  const mark = schema?.['x-atelier'];
  const limit = (problem.params as Readonly<Record<string, unknown>>).limit;
  const isForm = mark?.code !== undefined || mark?.texte === 'date' || mark?.texte === 'nombre';
  if (problem.keyword === 'maxLength' && !isForm) {
    return { fr: `${String(limit)} caractères au plus`, en: `at most ${String(limit)} characters` };
  }
  if (problem.keyword === 'minLength') return { fr: 'un texte est attendu', en: 'a text is expected' };
  if (problem.keyword === 'minimum' || problem.keyword === 'exclusiveMinimum') {
    return { fr: `au moins ${String(limit)} est attendu`, en: `at least ${String(limit)} is expected` };
  }
  if (problem.keyword === 'maximum')
    return { fr: `au plus ${String(limit)} est attendu`, en: `at most ${String(limit)} is expected` };
  if (problem.keyword === 'const')
    return { fr: `${String(schema?.const)} est attendu`, en: `${String(schema?.const)} is expected` };
  return (mark?.code && codeForms[mark.code]) || (mark?.texte && textForms[mark.texte]) || plain(schema);
}

function plain(schema: Schema | undefined): Text {
  return schema ? wordsOf(schema).description : { fr: 'autre chose est attendu', en: 'something else is expected' };
}
