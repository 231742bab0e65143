import { resolve } from 'node:path';
import { type Aggregated, aggregator, type Figure } from '../../edit/indicateurs/aggregate.ts';
import { type Label, putIndicateur, sourceFor } from '../../edit/indicateurs/entry.ts';
import type { Request } from '../../edit/indicateurs/header.ts';
import { addToMap } from '../../edit/yaml.ts';
import { type CsvStyle, readCsv } from '../../load/csv.ts';
import { readSource } from '../../load/read.ts';
import { UserError } from '../../model/error.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { connus, nombre } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { listOption, type Options, textOption } from '../spec.ts';
import { apply, type Change, changed, edit } from './changes.ts';
import { type OpenDossier, openDossier } from './dossier.ts';
import { shownFile, some, warn, warnUnknown, wordsOf, yearOf } from './flags.ts';
import { refuseTable } from './table-problems.ts';

/** `atelier import indicateurs`: columns of a commune-level table, added up over the perimeter. */
export async function importIndicateurs(file: string, options: Options, given: Session): Promise<number> {
  const request = requestOf(options);
  const annee = yearOf(options);
  const labels = labelsOf(options, request);
  const open = openDossier(options, given);
  if (open === null) return 1;
  const { session } = open;
  const table = aggregator(open.cog, open.perimetre, request);
  let style: CsvStyle | undefined;
  await readCsv(resolve(session.cwd, file), shownFile(file), (found) => (style = found), table.row);
  const result = table.end(labels[0]?.unite === '%');
  if (result.problem !== null) refuseTable(shownFile(file), request, result.problem);
  remarks(session, request, result, style);

  const words = wordsOf(options, 'source');
  const source = words === null ? null : sourceFor(words, open.dossier.sources ?? {});
  const known = result.figures.flatMap((figure, index) =>
    figure.valeur === null ? [] : [{ figure, label: { annee, source: source?.id ?? null, ...labelAt(labels, index) } }],
  );
  for (const figure of result.figures)
    if (figure.valeur === null) warn(session, fillIn(noValue, { colonnes: figure.columns.join(' / ') }));
  if (known.length === 0) throw new UserError(fillIn(nothingKnown, { fichier: shownFile(file) }));
  const sheet =
    source?.isNew && words !== null
      ? [edit(open, 'dossier', 'dossier.yaml', (text) => addToMap(text, ['sources'], source.id, { titre: words }))]
      : [];
  const changes: readonly Change[] = changed([
    ...sheet,
    edit(open, 'territoire', 'territoire.yaml', (text) => putAll(open, text, known)),
  ]);
  const { dryRun } = options;
  apply(open, changes, dryRun === true);
  for (const { figure, label } of known) tellFigure(session, figure, label);
  warnUnknown(session, words, annee);
  if (!session.quiet)
    session.err(
      `${session.errColour.green(say(session, dryRun ? wouldBe : changes.length === 0 ? unchanged : done))}\n`,
    );
  return 0;
}

function requestOf(options: Options): Request {
  const code = wordsOf(options, 'code');
  if (code === null)
    throw new UserError(needed('--code'), {
      fr: 'la colonne des codes INSEE : --code CODGEO',
      en: 'the column of INSEE codes: --code CODGEO',
    });
  const columns = listOption(options, 'colonnes') ?? [];
  if (columns.length === 0)
    throw new UserError(needed('--colonnes'), {
      fr: 'les colonnes voulues : --colonnes P21_POP',
      en: 'the wanted columns: --colonnes P21_POP',
    });
  const agregat = textOption(options, 'agregat');
  if (agregat !== 'somme' && agregat !== 'rapport')
    throw new UserError(needed('--agregat'), {
      fr: '--agregat somme, ou rapport de deux colonnes',
      en: '--agregat somme (sum), or rapport (ratio of two columns)',
    });
  if (agregat === 'rapport' && columns.length !== 2) throw new UserError(twoColumns);
  return { code, columns, agregat, filters: (listOption(options, 'filtre') ?? []).map(filterOf) };
}

function filterOf(words: string): Request['filters'][number] {
  const at = words.indexOf('=');
  if (at > 0) return { column: words.slice(0, at).trim(), value: words.slice(at + 1).trim() };
  throw new UserError(
    fillIn(
      { fr: '--filtre attend COLONNE=VALEUR, pas « {mot} »', en: '--filtre expects COLUMN=VALUE, not “{mot}”' },
      { mot: words },
    ),
  );
}

type Words = Pick<Label, 'titre' | 'unite'>;

/** A title and a unit for each figure; the names of the columns where there is no title. */
function labelsOf(options: Options, { columns, agregat }: Request): readonly Words[] {
  const defaults = agregat === 'rapport' ? [columns.join(' / ')] : columns;
  const titres = parts(options, 'titre', defaults.length);
  const unites = parts(options, 'unite', defaults.length);
  return defaults.map((name, index) => ({ titre: titres[index] ?? name, unite: unites[index] ?? null }));
}

/** One unit may serve for all. */
function parts(options: Options, name: 'titre' | 'unite', wanted: number): readonly string[] {
  const words = wordsOf(options, name);
  if (words === null) return [];
  const list = wanted === 1 ? [words] : words.split(';').map((word) => word.trim());
  if (name === 'unite' && list.length === 1) return Array.from({ length: wanted }, () => list[0] ?? '');
  if (list.length === wanted) return list;
  throw new UserError(fillIn(howMany, { option: `--${name}`, n: wanted, donnes: list.length }));
}

function labelAt(labels: readonly Words[], index: number): Words {
  return labels[index] ?? { titre: '', unite: null };
}

/** Each figure finds its own earlier entry in the text as the one before left it. */
function putAll(
  open: OpenDossier,
  text: string,
  known: readonly { readonly figure: Figure; readonly label: Label }[],
): string | null {
  let made: string | null = text;
  for (const { figure, label } of known) {
    if (made === null) return null;
    const holder = { holder: 'dossier' as const, id: open.dossier.id, path: '' };
    const { value } = readSource(
      { path: 'territoire.yaml', holder, kind: 'territoire', id: null },
      made.replace(/^\ufeff/, ''),
    );
    const { indicateurs = [] } = value as DataOf['territoire'];
    made = putIndicateur(made, indicateurs, figure, label);
  }
  return made;
}

/** Rates, shares and medians do not add up: a column whose name says so is probably not what was meant. */
const noSum = /taux|^tx|part_|_part|^part|pct|pourcent|%|med(?:iane?)?\d*(?:_|$)|moy(?:enne)?(?:_|$)|densite|indice/i;

function remarks(
  session: Session,
  { columns, agregat }: Request,
  { figures, mended, unknown }: Aggregated,
  style: CsvStyle | undefined,
): void {
  const doubtful = agregat === 'somme' ? columns.filter((name) => noSum.test(name)) : [];
  if (doubtful.length > 0) warn(session, fillIn(rates, { colonnes: some(doubtful) }));
  if (mended > 0) warn(session, fillIn(lostZero, { n: mended }));
  for (const { unreadable, columns: from } of figures) {
    if (unreadable !== null)
      warn(
        session,
        fillIn(noNumber, {
          colonnes: from.join(' / '),
          n: unreadable.count,
          mot: unreadable.text,
          ligne: unreadable.line,
        }),
      );
  }
  if (session.quiet) return;
  if (style?.encoding === 'windows-1252') session.err(`${say(session, oldEncoding)}\n`);
  if (session.verbose && unknown.length > 0)
    session.err(`${say(session, fillIn(unknownCodes, { codes: some(unknown) }))}\n`);
}

function tellFigure(session: Session, { valeur, connues, total }: Figure, { titre, unite }: Label): void {
  if (session.quiet) return;
  const { langue } = session;
  const value = `${nombre(valeur ?? 0, langue)}${unite === null ? '' : ` ${unite}`}`;
  const line = fillIn(figureLine, { titre, valeur: value, connues: connus(connues, total, langue, true) });
  session.err(`${printable(say(session, line))}\n`);
}

function needed(flag: string): Text {
  return { fr: `il manque ${flag}`, en: `${flag} is missing` };
}

const figureLine = {
  fr: '{titre} : {valeur} (communes : {connues})',
  en: '{titre}: {valeur} (communes: {connues})',
};
const wouldBe: Text = { fr: 'Rien n’est écrit (--dry-run).', en: 'Nothing is written (--dry-run).' };
const unchanged: Text = {
  fr: 'Rien à changer : ces indicateurs sont déjà là.',
  en: 'Nothing to change: these indicators are there already.',
};
const done: Text = {
  fr: 'Indicateurs importés.  Suite : atelier validate',
  en: 'Indicators imported.  Next: atelier validate',
};
const twoColumns: Text = {
  fr: '--agregat rapport attend deux colonnes : --colonnes numerateur,denominateur',
  en: '--agregat rapport expects two columns: --colonnes numerator,denominator',
};
const howMany = {
  fr: '{option} : {n} attendus, {donnes} donnés ; séparez-les par « ; »',
  en: '{option}: {n} expected, {donnes} given; separate them by “;”',
};
const rates = {
  fr: 'les taux, parts et médianes ne s’additionnent pas ; est-ce bien un nombre ? {colonnes}',
  en: 'rates, shares and medians do not add up; is it really a number? {colonnes}',
};
const lostZero = {
  fr: 'codes sans leur premier zéro, complétés : {n}',
  en: 'codes without their first zero, completed: {n}',
};
const noNumber = {
  fr: '{colonnes} : valeurs qui ne sont pas des nombres, comptées inconnues : {n} (« {mot} », ligne {ligne})',
  en: '{colonnes}: values that are no numbers, counted as unknown: {n} (“{mot}”, line {ligne})',
};
const oldEncoding: Text = { fr: 'Fichier lu en Windows-1252 (Latin-1).', en: 'File read as Windows-1252 (Latin-1).' };
const unknownCodes = { fr: 'Codes inconnus, laissés de côté : {codes}', en: 'Unknown codes, left out: {codes}' };
const noValue = {
  fr: '{colonnes} : aucune valeur connue sur le périmètre',
  en: '{colonnes}: no value known over the perimeter',
};
const nothingKnown = {
  fr: '{fichier} : aucune valeur connue sur le périmètre',
  en: '{fichier}: no value known over the perimeter',
};
