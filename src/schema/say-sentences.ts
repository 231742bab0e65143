import { slug } from '../words/slug.ts';
import { fillIn, type Text } from '../words/text.ts';
import { wordsOf } from './fields.ts';
import type { Schema } from './json-schema.ts';
import type { Problem } from './problems.ts';
import { rightForm } from './right-form.ts';
import type { Said } from './say-code.ts';
import { resolved } from './schemas.ts';

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
    const words = { fr: '{ce} : {attendu}', en: '{ce}: {attendu}' };
    return { message: fillIn(words, { ce: whatIs(value), attendu: expected }) };
  },

  empty(node: Schema | undefined): Said {
    const title = node ? wordsOf(node).title : { fr: '', en: '' };
    const words = {
      fr: '« {titre} » est vide : complétez, ou retirez la clé (une clé absente veut dire « inconnu »)',
      en: '“{titre}” is empty: fill it in, or remove the key (an absent key means “unknown”)',
    };
    return { message: fillIn(words, { titre: title }) };
  },

  doubled(list: unknown): Said {
    const items = Array.isArray(list) ? list.map(String) : [];
    const twice = items.find((item, index) => items.indexOf(item) < index) ?? '';
    const words = {
      fr: '« {mot} » est deux fois dans la liste : gardez-en un',
      en: '“{mot}” is twice in the list: keep one',
    };
    return { message: fillIn(words, { mot: twice }) };
  },

  badId(name: string): Said {
    const right = slug(name) || 'mon-element';
    const words = {
      fr: '« {nom} » n’est pas un identifiant : lettres minuscules sans accent, chiffres et tirets, 60 au plus ; par exemple « {bon} »',
      en: '“{nom}” is not an identifier: lower-case letters without accents, digits and hyphens, at most 60; for instance “{bon}”',
    };
    return { message: fillIn(words, { nom: name, bon: right }), suggestion: right };
  },

  badName(node: Schema, name: string): Said {
    const words = { fr: '« {nom} » : {attendu}', en: '“{nom}”: {attendu}' };
    return { message: fillIn(words, { nom: shortened(name), attendu: plain(node) }) };
  },

  badValue(node: Schema | undefined, value: unknown, problem: Problem): Said {
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
  const right = node === undefined || typeof value !== 'string' ? null : rightForm(resolved(node), value);
  if (right === null) return { message: fillIn(words, { valeur, attendu: expected }) };
  const instead = { fr: `écrivez « ${right} »`, en: `write “${right}”` };
  return { message: fillIn(words, { valeur, attendu: instead }), suggestion: right, mends: true };
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
  if (problem.keyword === 'maxLength' && mark?.code === undefined) {
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

const codeForms: Readonly<Record<string, Text>> = {
  commune: {
    fr: 'un code INSEE de cinq caractères suivi du nom est attendu : 14119 Cagny',
    en: 'a five-character INSEE code followed by the name is expected: 14119 Cagny',
  },
  epci: {
    fr: 'un SIREN de neuf chiffres suivi du nom est attendu : 244400537 CC de Nozay',
    en: 'a nine-digit SIREN followed by the name is expected: 244400537 CC de Nozay',
  },
  departement: {
    fr: 'un code de département suivi du nom est attendu : 44 Loire-Atlantique',
    en: 'a département code followed by the name is expected: 44 Loire-Atlantique',
  },
  region: {
    fr: 'un code de région suivi du nom est attendu : 52 Pays de la Loire',
    en: 'a region code followed by the name is expected: 52 Pays de la Loire',
  },
  territoire: {
    fr: 'un code (INSEE, SIREN ou département) suivi du nom est attendu : 244400537 CC de Nozay',
    en: 'a code (INSEE, SIREN or département) followed by the name is expected: 244400537 CC de Nozay',
  },
};

const textForms: Readonly<Record<string, Text>> = {
  date: {
    fr: 'une date est attendue : AAAA, AAAA-MM ou AAAA-MM-JJ, par exemple 2017-01-30',
    en: 'a date is expected: YYYY, YYYY-MM or YYYY-MM-DD, for instance 2017-01-30',
  },
  url: {
    fr: 'une adresse qui commence par https:// est attendue',
    en: 'an address beginning with https:// is expected',
  },
  nombre: {
    fr: 'un nombre est attendu, sans espace ni unité, ~ devant s’il est approché : ~60',
    en: 'a number is expected, without spaces or unit, ~ before it when approximate: ~60',
  },
  ligne: { fr: 'un texte sur une seule ligne est attendu', en: 'a text on one line is expected' },
};

function plain(schema: Schema | undefined): Text {
  return schema ? wordsOf(schema).description : { fr: 'autre chose est attendu', en: 'something else is expected' };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
