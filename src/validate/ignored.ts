import type { Diagnostic, Finding, TextEdit } from '../model/diagnostic.ts';
import type { Astray, Ignore, NamedRule } from '../model/ignore.ts';
import { maskPersonal } from '../words/escape.ts';
import { fillIn, type Text } from '../words/text.ts';
import { donneePersonnelle } from './rules/donnee-personnelle.ts';
import { ignoreInutile } from './rules/ignore-inutile.ts';
import { ignoreSansRaison } from './rules/ignore-sans-raison.ts';
import { rules } from './rules/index.ts';
import { regleInconnue, unknownRule } from './rules/regle-inconnue.ts';
import { ruleSeverities } from './severities.ts';

/** What comments in place leave of the diagnostics. */
export interface Ignored {
  readonly kept: readonly Diagnostic[];
  /** Each with the reason that its comment gives, without personal data. */
  readonly ignored: readonly { readonly diagnostic: Diagnostic; readonly why: string }[];
  /** About the comments: without reason, without effect, of a rule that does not exist. */
  readonly problems: readonly Finding[];
}

/**
 * Passes over what the comments of files ask to ignore. A comment without reason ignores nothing; errors of form and
 * personal data cannot be ignored.
 * @param diagnostics in order of place
 * @param ignores the comments of each file that was asked for
 * @param hadItsSay whether a rule would have spoken of a file, had there been reason to: see `hadTheirSay`
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  ignores: ReadonlyMap<string, readonly Ignore[]>,
  hadItsSay: (rule: string, file: string) => boolean,
): Ignored {
  const kept: Diagnostic[] = [];
  const ignored: { diagnostic: Diagnostic; why: string }[] = [];
  const used = new Set<NamedRule>();
  const coverings = new Map([...ignores].map(([file, comments]) => [file, byRule(comments)]));
  for (const diagnostic of diagnostics) {
    const { rule, file, line } = diagnostic;
    const found = coverings
      .get(file)
      ?.get(rule)
      ?.find(({ covers }) => isWithin(line, covers));
    if (found === undefined) kept.push(diagnostic);
    else {
      used.add(found.named);
      ignored.push({ diagnostic, why: maskPersonal(found.why) });
    }
  }
  const problems = [...ignores].flatMap(([file, comments]) =>
    comments.flatMap((comment) => problemsOf(comment, file, (named) => used.has(named) || !hadItsSay(named.id, file))),
  );
  return { kept, ignored, problems };
}

/**
 * Whether a rule would have spoken of a file, had there been reason to. Where it may not have run, a comment that ignores
 * it is not useless: its author's reason stays.
 * @param errors every error of what was loaded, asked for or not
 * @param isOff true for a rule that is turned off
 */
export function hadTheirSay(
  errors: readonly Pick<Finding, 'rule' | 'file'>[],
  isOff: (rule: string) => boolean,
): (rule: string, file: string) => boolean {
  const malformed = new Set(errors.flatMap(({ rule, file }) => (isFixed(rule) ? [holderOf(file)] : [])));
  const across = new Set(rules.flatMap((rule) => ('across' in rule ? [rule.id] : [])));
  return (rule, file) => !isOff(rule) && !(across.has(rule) ? malformed.size > 0 : malformed.has(holderOf(file)));
}

/** The folder of the dossier or session that holds a file; '' for a lone dossier, or the workspace. */
function holderOf(file: string): string {
  return /^(?:dossiers|sessions)\/[^/]+(?=\/)/.exec(file)?.[0] ?? '';
}

interface Covering {
  readonly named: NamedRule;
  readonly covers: Ignore['covers'];
  readonly why: string;
}

/** What may be ignored, by rule, in the order of the file. */
function byRule(comments: readonly Ignore[]): ReadonlyMap<string, readonly Covering[]> {
  const found = new Map<string, Covering[]>();
  for (const { rules: names, covers, why } of comments) {
    if (why === '') continue;
    for (const named of names) {
      if (neverIgnored(named.id) !== undefined) continue;
      const others = found.get(named.id) ?? [];
      others.push({ named, covers, why });
      found.set(named.id, others);
    }
  }
  return found;
}

function isWithin(line: number, covers: Ignore['covers']): boolean {
  if (typeof covers === 'string') return covers === 'fichier';
  return covers[0] <= line && line <= covers[1];
}

function isFixed(rule: string): boolean {
  return ruleSeverities().get(rule)?.fixed ?? false;
}

/** Why a rule cannot be ignored in place. */
function neverIgnored(id: string): Text | undefined {
  if (id === donneePersonnelle.id) return sentences.personnelle;
  return isFixed(id) ? fillIn(sentences.forme, { id }) : undefined;
}

function problemsOf(comment: Ignore, file: string, isUseful: (named: NamedRule) => boolean): readonly Finding[] {
  const { covers, why, span } = comment;
  const at = { file, pointer: '', part: 'value' } as const;
  const useless = { ...at, rule: ignoreInutile.id, severity: ignoreInutile.severity };
  if (typeof covers === 'string' && covers !== 'fichier') return [{ ...useless, span, message: astray[covers] }];
  const ids = ruleSeverities();
  const known = comment.rules.filter(({ id }) => ids.has(id));
  const idle = known.filter((named) => neverIgnored(named.id) !== undefined || (why !== '' && !isUseful(named)));
  const unknown = comment.rules
    .filter(({ id }) => !ids.has(id))
    .map(({ id, span: name }) => ({ ...at, ...unknownRule(id, ids.keys()), ...about(regleInconnue), span: name }));
  const uselessOnes = idle.map((named) => {
    const message = neverIgnored(named.id) ?? idleSentence(named, covers);
    return { ...useless, span: named.span, message, fix: withoutRule(comment, named, idle) };
  });
  const unreasoned = why === '' && known.length > idle.length;
  return [
    ...unknown,
    ...uselessOnes,
    ...(unreasoned ? [{ ...at, ...about(ignoreSansRaison), span, message: sentences.sansRaison }] : []),
  ];
}

function about({ id, severity }: Pick<typeof ignoreInutile, 'id' | 'severity'>): Pick<Finding, 'rule' | 'severity'> {
  return { rule: id, severity };
}

function idleSentence({ id }: NamedRule, covers: Exclude<Ignore['covers'], Astray>): Text {
  if (covers === 'fichier') return fillIn(sentences.fichier, { id });
  const [first, last] = covers;
  return fillIn(first === last ? sentences.ligne : sentences.lignes, { id, ligne: first, fin: last });
}

/**
 * Takes one rule out of a comment, or the whole comment when none of its rules stays.
 * @param idle all that goes: the edits of each never overlap, and leave a list in whatever order they are made
 */
function withoutRule({ rules: all, whole }: Ignore, named: NamedRule, idle: readonly NamedRule[]): readonly TextEdit[] {
  if (idle.length === all.length) return [{ start: whole[0], end: whole[1], text: '' }];
  const at = all.indexOf(named);
  const keptBefore = all.slice(0, at).some((other) => !idle.includes(other));
  const start = keptBefore ? all[at - 1]?.span[1] : named.span[0];
  const end = keptBefore ? named.span[1] : all[at + 1]?.span[0];
  return start === undefined || end === undefined ? [] : [{ start, end, text: '' }];
}

const astray: Readonly<Record<Astray, Text>> = {
  'rien-dessous': {
    fr: 'aucune ligne ne suit ce commentaire, qui n’ignore rien : placez-le juste au-dessus de la ligne, ou supprimez-le',
    en: 'no line follows this comment, which ignores nothing: put it just above the line, or delete it',
  },
  'hors-tete': {
    fr: '« atelier-ignore-fichier » ne vaut que seul sur sa ligne, tout en haut du fichier : ici il n’ignore rien',
    en: '“atelier-ignore-fichier” only counts alone on its line, at the very top of the file: here it ignores nothing',
  },
  'mal-ecrit': {
    fr: 'ce commentaire n’ignore rien : écrivez « atelier-ignore règle : raison », une virgule entre deux règles ; « atelier-ignore-fichier » vaut pour tout le fichier',
    en: 'this comment ignores nothing: write “atelier-ignore rule: reason”, a comma between two rules; “atelier-ignore-fichier” is for the whole file',
  },
};

const sentences = {
  sansRaison: {
    fr: 'ce commentaire n’ignore rien sans sa raison : ajoutez-la après deux-points',
    en: 'this comment ignores nothing without its reason: add it after a colon',
  },
  ligne: {
    fr: '« {id} » n’a rien à dire de la ligne {ligne} : ne l’ignorez plus',
    en: '“{id}” has nothing to say of line {ligne}: no longer ignore it',
  },
  lignes: {
    fr: '« {id} » n’a rien à dire des lignes {ligne} à {fin} : ne l’ignorez plus',
    en: '“{id}” has nothing to say of lines {ligne} to {fin}: no longer ignore it',
  },
  fichier: {
    fr: '« {id} » n’a rien à dire de ce fichier : ne l’ignorez plus',
    en: '“{id}” has nothing to say of this file: no longer ignore it',
  },
  forme: {
    fr: '« {id} » est une erreur de forme, qui ne s’ignore pas : corrigez-la',
    en: '“{id}” is an error of form, which cannot be ignored: correct it',
  },
  personnelle: {
    fr: 'une donnée personnelle ne s’ignore pas : retirez-la du dossier',
    en: 'a personal datum cannot be ignored: take it out of the dossier',
  },
} as const;
