import { join } from 'node:path';
import type { Finding } from '../model/diagnostic.ts';
import { UserError } from '../model/error.ts';
import type { SourceFile } from '../model/source-file.ts';
import { filePatterns, isBeside, isId, isProse, kindOf, pathOf } from '../schema/files.ts';
import { personalSpans } from '../words/escape.ts';
import { nearest } from '../words/nearest.ts';
import { slug } from '../words/slug.ts';
import { fillIn } from '../words/text.ts';
import { decode, maxFileBytes, readUpTo } from './bytes.ts';
import { type FoundFile, type FoundHolder, listHolders, type Odd, staysInside, type Target } from './find.ts';
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
  const read = listHolders(target).map((holder) => readHolder(target.root, holder));
  const files = read.flatMap((one) => one.files);
  return { ...target, files: files.sort(byPath), findings: read.flatMap((one) => one.findings) };
}

/**
 * Reads some files of one dossier or session, to point into them.
 * @param paths from the root of the workspace
 * @throws UserError when a file cannot be opened
 */
export function readSome(root: string, { files }: FoundHolder, paths: ReadonlySet<string>): readonly SourceFile[] {
  const taken = new Set(files.map(({ path }) => path));
  return files.flatMap((found) => {
    const read = paths.has(found.path) ? readFound(root, found, taken) : null;
    return read === null || 'rule' in read ? [] : [read];
  });
}

/** By code unit, not locale: the same on every machine. */
function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** One dossier or session as read. */
export interface ReadHolder {
  readonly files: readonly SourceFile[];
  /** About files as such: unknown, missing, unreadable. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the files of one dossier or session.
 * @throws UserError when a file cannot be opened
 */
export function readHolder(root: string, { files: listed }: FoundHolder): ReadHolder {
  const files: SourceFile[] = [];
  const findings: Finding[] = [];
  const taken = new Set(listed.map(({ path }) => path));
  for (const found of listed) {
    const read = readFound(root, found, taken);
    if (read === null) continue;
    if ('rule' in read) findings.push(read);
    else files.push(read);
    findings.push(...misnamed(found));
  }
  return { files, findings: [...findings, ...missing(files, findings)] };
}

function readFound(root: string, found: FoundFile, taken: ReadonlySet<string>): SourceFile | Finding | null {
  const { path, holder, below } = found;
  const known = kindOf(holder.holder, below);
  const prose = isProse(holder.holder, below);
  if (found.odd === 'name' || found.odd === 'folder-link') return aside(path, inItsPlace[found.odd]);
  if (known === null && !prose) return unknownFile(found, taken);
  const id = known?.id == null ? null : meantId(known.id, path, taken);
  const named = { path, holder, kind: known?.pattern.kind ?? ('prose' as const), id };
  const bytes = open(root, found);
  if (!(bytes instanceof Uint8Array)) return unread(named, '', bytes);
  const decoded = decode(bytes);
  if (decoded.ok) return readSource(named, decoded.text, decoded.bom);
  return unread(named, decoded.text, inFile(path, decoded.finding));
}

/** A file of which nothing is known but its name: what it would declare is not missing. */
function unread(
  named: Pick<SourceFile, 'path' | 'holder' | 'kind' | 'id'>,
  text: string,
  finding: Finding,
): SourceFile {
  const nothing = { value: undefined, readable: false, yaml: '', yamlStart: 0, body: '', bodyStart: 0 };
  return { ...named, ...nothing, text, bom: false, findings: [finding] };
}

/** The id that a file will have once its name is right, so that references to it are not wrong as well. */
function meantId(id: string, path: string, taken: ReadonlySet<string>): string {
  const right = rightName(id);
  return isId(id) || right === null || taken.has(renamed(path, right)) ? id : right;
}

/** The name in the letters of an id; null when nothing is left of it, or when it would spell out a personal datum. */
function rightName(name: string): string | null {
  const right = slug(name);
  return right === '' || personalSpans(name).length > 0 ? null : right;
}

function renamed(path: string, name: string): string {
  return path.replace(/[^/]*(?=\.[a-z]+$)/i, name);
}

/** A file whose name should be an id and cannot be one. */
function* misnamed({ path, holder, below }: FoundFile): Generator<Finding> {
  const { id = null } = kindOf(holder.holder, below) ?? {};
  if (id === null || isId(id)) return;
  const right = rightName(id);
  const bon = right === null ? undefined : renamed(below, right).split('/').at(-1);
  const message = bon === undefined ? badName : fillIn(badNameNear, { nom: id, bon });
  yield { ...about('identifiant-mal-ecrit', path, message), ...(bon !== undefined && { suggestion: bon }) };
}

function open(root: string, { path, link, odd, given }: FoundFile): Uint8Array | Finding {
  if (given !== undefined) {
    const bytes = given();
    return bytes.length > maxFileBytes ? about('fichier-illisible', path, tooLarge) : bytes;
  }
  const full = join(root, path);
  if (odd !== undefined) return about('fichier-illisible', path, inItsPlace[odd]);
  try {
    if (link && !staysInside(root, path)) return about('fichier-illisible', path, outside);
    const bytes = readUpTo(full, maxFileBytes);
    return bytes ?? about('fichier-illisible', path, tooLarge);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError({
      fr: `${path} ne peut pas être ouvert (${String(error.code)})`,
      en: `${path} cannot be opened (${String(error.code)})`,
    });
  }
}

/** A file that is not read: in the place of the one that it was meant to be, where that is certain enough and free. */
function unknownFile({ path, holder, below }: FoundFile, taken: ReadonlySet<string>): SourceFile | Finding | null {
  if (isBeside(below.split('/').at(-1) ?? '')) return null;
  const right = rightPath(holder.holder, below);
  if (right === null) return aside(path, fillIn(unknown, { fichier: below }));
  const meant = kindOf(holder.holder, right);
  const free = !taken.has(`${path.slice(0, path.length - below.length)}${right}`);
  if (meant === null || !free) {
    return { ...aside(path, fillIn(unknownNear, { fichier: below, bon: right })), suggestion: right };
  }
  const message = fillIn(elsewhere, { fichier: below, bon: right });
  const finding = { ...about('fichier-manquant', path, message), suggestion: right };
  return unread({ path, holder, kind: meant.pattern.kind, id: meant.id }, '', finding);
}

function aside(path: string, message: Finding['message']): Finding {
  return { ...about('fichier-inconnu', path, message), severity: 'warning' };
}

/** What a copy has in its name: `acteurs (1).yaml`, `acteurs - Copie.yaml`. */
const copied = /(?: ?\(\d+\)| ?\(copie\)| - copie| copie| - copy| copy)+(?=\.\w+$)/i;

function rightPath(holder: string, below: string): string | null {
  const lower = below.replace(copied, '').replace(/\.\w+$/, (extension) => extension.toLowerCase());
  const path = lower.replace(/\.yml$/, '.yaml');
  const patterns = filePatterns.filter((pattern) => pattern.holder === holder);
  const fixed = patterns.flatMap((pattern) => (pattern.path.includes('*') ? [] : [pattern.path]));
  if (fixed.includes(path)) return path;
  const name = path.split('/').at(-1) ?? '';
  return starredPath(patterns, path, name) ?? fixed.find((one) => one.endsWith(`/${name}`)) ?? near(path, name, fixed);
}

/** Below a folder that is nearly right, or the last part of which is: `initiatives/` for `strategie/initiatives/`. */
function starredPath(patterns: typeof filePatterns, path: string, name: string): string | null {
  const folder = path.slice(0, path.length - name.length);
  const starred = patterns.filter((one) => one.path.includes('*')).map((one) => one.path.split('*'));
  const folders = starred.flatMap(([before = '', after = '']) => (name.endsWith(after) ? [before] : []));
  const last = folder === '' ? undefined : folders.find((one) => one.endsWith(`/${folder}`));
  const right = last ?? nearest(folder, folders);
  const stem = rightName(name.replace(/\.\w+$/, ''));
  return right === null || stem === null ? null : `${right}${renamed(name, stem)}`;
}

function near(path: string, name: string, fixed: readonly string[]): string | null {
  return fixed.find((one) => one === name) ?? nearest(path, fixed);
}

/** A holder without its own sheet: dossier.yaml, session.yaml. */
function* missing(files: readonly SourceFile[], findings: readonly Finding[]): Generator<Finding> {
  const holders = new Map(files.map(({ holder }) => [holder.path, holder]));
  for (const holder of holders.values()) {
    if (holder.holder === 'espace') continue;
    const path = pathOf(holder.holder);
    const file = holder.path === '' ? path : `${holder.path}/${path}`;
    const sheet = files.some((one) => one.holder.path === holder.path && one.kind === holder.holder);
    if (sheet || findings.some((one) => one.file === file)) continue;
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
const inItsPlace: Readonly<Record<Odd, Finding['message']>> = {
  folder: {
    fr: 'c’est un répertoire : un fichier est attendu sous ce nom',
    en: 'this is a folder: a file is expected under this name',
  },
  'folder-link': {
    fr: 'ce lien mène à un répertoire : ce qu’il contient n’est pas lu ; mettez le répertoire lui-même ici',
    en: 'this link leads to a folder: what it holds is not read; put the folder itself here',
  },
  'dead-link': {
    fr: 'ce lien ne mène à rien : mettez le fichier lui-même ici',
    en: 'this link leads to nothing: put the file itself here',
  },
  device: {
    fr: 'ce n’est ni un fichier ni un lien vers un fichier : rien n’en est lu',
    en: 'this is neither a file nor a link to one: nothing of it is read',
  },
  name: {
    fr: 'ce nom n’est pas écrit en UTF-8 : renommez-le pour qu’il puisse être lu',
    en: 'this name is not written in UTF-8: rename it so that it can be read',
  },
};
const tooLarge = {
  fr: `ce fichier dépasse ${maxFileBytes / 1_000_000} Mo : un texte de dossier est bien plus court`,
  en: `this file is over ${maxFileBytes / 1_000_000} MB: a text of a dossier is much shorter`,
};
const elsewhere = {
  fr: '{fichier} n’est pas lu : sa place est {bon} ; renommez-le',
  en: '{fichier} is not read: its place is {bon}; rename it',
};
const badName = {
  fr: 'le nom de ce fichier n’est pas un identifiant : lettres minuscules sans accent, chiffres et tirets, 60 au plus',
  en: 'the name of this file is not an identifier: lower-case letters without accents, digits and hyphens, at most 60',
};
const badNameNear = {
  fr: '« {nom} » n’est pas un identifiant : renommez ce fichier en {bon}',
  en: '“{nom}” is not an identifier: rename this file to {bon}',
};
const unknown = {
  fr: '{fichier} n’est pas un fichier du format : il n’est pas lu',
  en: '{fichier} is not a file of the format: it is not read',
};
const unknownNear = {
  fr: '{fichier} n’est pas un fichier du format : il n’est pas lu ; vouliez-vous dire {bon} ?',
  en: '{fichier} is not a file of the format: it is not read; did you mean {bon}?',
};
