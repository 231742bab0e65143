import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/diagnostic.ts';
import { UserError } from '../model/error.ts';
import type { SourceFile } from '../model/source-file.ts';
import { filePatterns, isProse, kindOf, pathOf } from '../schema/files.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn } from '../words/text.ts';
import { decode, maxFileBytes } from './bytes.ts';
import { type FoundFile, listFiles, staysInside, type Target } from './find.ts';
import { inFile } from './found.ts';
import { readSource } from './read.ts';

/** Everything that a workspace or a lone dossier holds, as read; nothing is known yet of what it is worth. */
export interface Loaded extends Target {
  readonly files: readonly SourceFile[];
  /** About files as such: unknown, missing, unreadable. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a workspace or a lone dossier.
 * @throws UserError when a folder or file cannot be opened
 */
export function load(target: Target): Loaded {
  const files: SourceFile[] = [];
  const findings: Finding[] = [];
  for (const found of listFiles(target)) {
    const read = readFound(target.root, found);
    if (read === null) continue;
    if ('rule' in read) findings.push(read);
    else files.push(read);
  }
  return { ...target, files, findings: [...findings, ...missing(files, findings)] };
}

function readFound(root: string, found: FoundFile): SourceFile | Finding | null {
  const { path, holder, below } = found;
  const known = kindOf(holder.holder, below);
  const prose = isProse(holder.holder, below);
  if (known === null && !prose) return unknownFile(found);
  const named = { path, holder, kind: known?.pattern.kind ?? ('prose' as const), id: known?.id ?? null };
  const bytes = open(root, path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const decoded = decode(bytes);
  if (decoded.ok) return readSource(named, decoded.text, decoded.bom);
  const finding = inFile(path, decoded.finding);
  return {
    ...named,
    text: decoded.text,
    bom: false,
    value: undefined,
    readable: false,
    yaml: '',
    yamlStart: 0,
    body: '',
    bodyStart: 0,
    findings: [finding],
  };
}

function open(root: string, path: string): Uint8Array | Finding {
  const full = join(root, path);
  try {
    if (!staysInside(root, path)) return about('fichier-illisible', path, outside);
    if (statSync(full).size > maxFileBytes) return about('fichier-illisible', path, tooLarge);
    return readFileSync(full);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError({
      fr: `${path} ne peut pas être ouvert (${String(error.code)})`,
      en: `${path} cannot be opened (${String(error.code)})`,
    });
  }
}

/** Files that people keep beside data: no finding about them. */
const ordinary = /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|notes?)(?:\.[a-z]+)?\.md$/i;

function unknownFile({ path, holder, below }: FoundFile): Finding | null {
  if (ordinary.test(below.split('/').at(-1) ?? '')) return null;
  const right = rightPath(holder.holder, below);
  const words = right === null ? unknown : unknownNear;
  return {
    rule: 'fichier-inconnu',
    severity: 'warning',
    file: path,
    pointer: '',
    part: 'value',
    span: [0, 0],
    message: fillIn(words, { fichier: below, bon: right ?? '' }),
    ...(right !== null && { suggestion: right }),
  };
}

function rightPath(holder: string, below: string): string | null {
  const yaml = below.replace(/\.yml$/i, '.yaml');
  const patterns = filePatterns.filter((pattern) => pattern.holder === holder);
  if (patterns.some(({ path }) => path === yaml)) return yaml;
  const name = yaml.split('/').at(-1) ?? '';
  const folder = yaml.slice(0, -name.length);
  const starred = patterns.filter(({ path }) => path.includes('*')).map(({ path }) => path.slice(0, path.indexOf('*')));
  const near = nearest(folder, starred);
  if (near !== null) return `${near}${name}`;
  const fixed = patterns.filter(({ path }) => !path.includes('*')).map(({ path }) => path);
  const sameName = fixed.find((path) => path.endsWith(`/${name}`) || path === name);
  return sameName ?? nearest(yaml, fixed);
}

/** A holder without its own sheet: dossier.yaml, session.yaml. */
function* missing(files: readonly SourceFile[], findings: readonly Finding[]): Generator<Finding> {
  const holders = new Map(files.map(({ holder }) => [holder.path, holder]));
  for (const holder of holders.values()) {
    if (holder.holder === 'espace') continue;
    const path = pathOf(holder.holder);
    const file = holder.path === '' ? path : `${holder.path}/${path}`;
    if (files.some((one) => one.path === file) || findings.some((one) => one.file === file)) continue;
    yield about('fichier-manquant', file, {
      fr: `il manque ${path} dans ce dossier`,
      en: `${path} is missing from this folder`,
    });
  }
}

function about(rule: string, file: string, message: Finding['message']): Finding {
  return { rule, severity: 'error', file, pointer: '', part: 'value', span: [0, 0], message };
}

const outside = {
  fr: 'ce lien mène hors du dossier : mettez le fichier lui-même ici',
  en: 'this link leads outside the dossier: put the file itself here',
};
const tooLarge = {
  fr: `ce fichier dépasse ${maxFileBytes / 1_000_000} Mo : un texte de dossier est bien plus court`,
  en: `this file is over ${maxFileBytes / 1_000_000} MB: a text of a dossier is much shorter`,
};
const unknown = {
  fr: '{fichier} n’est pas un fichier du format : il n’est pas lu',
  en: '{fichier} is not a file of the format: it is not read',
};
const unknownNear = {
  fr: '{fichier} n’est pas un fichier du format : il n’est pas lu ; vouliez-vous dire {bon} ?',
  en: '{fichier} is not a file of the format: it is not read; did you mean {bon}?',
};
