import { maskPersonal } from '../words/escape.ts';
import { slug } from '../words/slug.ts';
import { fillIn } from '../words/text.ts';
import type { Schema } from './json-schema.ts';
import type { Said } from './say-code.ts';
import { resolveRef } from './schemas.ts';

const idSchema = resolveRef('urn:atelier:communs#/$defs/id');
const fileSchema = resolveRef('urn:atelier:communs#/$defs/fichier');

/**
 * What is wrong with a text that should name something: an id, a piece of a dossier, a file of medias/.
 * @returns null where the place is for none of these
 */
export function badReference(schema: Schema, value: string): Said | null {
  if (schema['x-atelier']?.ref === 'piece') return noPiece(value);
  if (schema.pattern === idSchema.pattern) return noId(schema, value);
  return schema.pattern === fileSchema.pattern ? noFile(value) : null;
}

/** A name of which the letters are not those of an id. */
export function badId(name: string): Said {
  const right = slug(name) || 'mon-element';
  const words = {
    fr: '« {nom} » n’est pas un identifiant : lettres minuscules sans accent, chiffres et tirets, 60 au plus ; par exemple « {bon} »',
    en: '“{nom}” is not an identifier: lower-case letters without accents, digits and hyphens, at most 60; for instance “{bon}”',
  };
  return { message: fillIn(words, { nom: name, bon: right }), suggestion: right };
}

/** A name or an address where the id of something stands. */
function noId(schema: Schema, value: string): Said {
  const nom = shortened(value);
  if (schema['x-atelier']?.ref === 'source' && /^(?:https?:\/\/|www\.)/.test(value)) {
    const words = {
      fr: '« {nom} » est une adresse : déclarez-la dans « sources: » de dossier.yaml, puis citez sa clé',
      en: '“{nom}” is an address: declare it under “sources:” in dossier.yaml, then cite its key',
    };
    return { message: fillIn(words, { nom }) };
  }
  const bon = slug(value);
  if (bon === '' || bon === value) return badId(value);
  const words = {
    fr: '« {nom} » n’est pas un identifiant ; vouliez-vous dire « {bon} » ?',
    en: '“{nom}” is not an identifier; did you mean “{bon}”?',
  };
  return { message: fillIn(words, { nom, bon }), suggestion: bon };
}

/** `Val de Loire/enjeu/crues`: each of the three parts has the letters of an id. */
function noPiece(value: string): Said {
  const nom = shortened(value);
  const words = {
    fr: '« {nom} » : une pièce s’écrit « dossier/genre/identifiant », par exemple val-de-loire/enjeu/crues',
    en: '“{nom}”: a piece is written “dossier/kind/identifier”, for instance val-de-loire/enjeu/crues',
  };
  const parts = value
    .split('/')
    .map(slug)
    .filter((part) => part !== '');
  const bon = parts.join('/');
  if (parts.length !== 3 || bon === value) return { message: fillIn(words, { nom }) };
  const near = {
    fr: '« {nom} » : une pièce s’écrit « dossier/genre/identifiant » ; vouliez-vous dire « {bon} » ?',
    en: '“{nom}”: a piece is written “dossier/kind/identifier”; did you mean “{bon}”?',
  };
  return { message: fillIn(near, { nom, bon }), suggestion: bon };
}

function noFile(value: string): Said {
  const expected = {
    fr: 'un fichier sous medias/ est attendu, par exemple medias/plan.png',
    en: 'a file under medias/ is expected, for instance medias/plan.png',
  };
  const nom = shortened(value);
  const words = { fr: '« {nom} » : {attendu}', en: '“{nom}”: {attendu}' };
  const path = value.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  const bon = path.startsWith('medias/') ? path : /^[^/:]+\.\w+$/.test(path) ? `medias/${path}` : null;
  if (bon === null || bon === value) return { message: fillIn(words, { nom, attendu: expected }) };
  const instead = {
    fr: `un fichier sous medias/ est attendu ; vouliez-vous dire « ${bon} » ?`,
    en: `a file under medias/ is expected; did you mean “${bon}”?`,
  };
  return { message: fillIn(words, { nom, attendu: instead }), suggestion: bon };
}

/** Masked before it is cut: half an address no longer looks like one. */
export function shortened(value: string): string {
  const text = maskPersonal(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
