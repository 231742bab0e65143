import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Collected, collector } from '../../edit/contours/collect.ts';
import { putMedia } from '../../edit/contours/media.ts';
import { boxOfMap, neighbours } from '../../edit/contours/neighbours.ts';
import { otherCrs } from '../../edit/contours/projection.ts';
import { type Contour, simplified } from '../../edit/contours/simplify.ts';
import { geojsonText, type Origin, readOwn } from '../../edit/contours/write.ts';
import { readGeoJson } from '../../load/geojson.ts';
import { UserError } from '../../model/error.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { compte, nombre } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { type Options, textOption } from '../spec.ts';
import { apply, type Change, changed, edit } from './changes.ts';
import { type OpenDossier, openDossier } from './dossier.ts';
import { shownFile, some, warn, warnUnknown, wordsOf, yearOf } from './flags.ts';

const place = 'medias/perimetre.geojson';
const described = 'medias/medias.yaml';

/** `atelier import contours`: the contours of the perimeter's communes, from a file of somebody else's. */
export async function importContours(file: string, options: Options, given: Session): Promise<number> {
  const annee = yearOf(options);
  const open = openDossier(options, given);
  if (open === null) return 1;
  const { session } = open;
  const read = await readContours(file, open);
  const { collected, around, contours, names } = read;

  const { force, dryRun } = options;
  const old = oldFile(open, force === true);
  const features = readOwn(geojsonText(contours, names, nothing))?.features;
  // The same shapes again, said to come from nowhere: what is known of them stays known.
  const known = old?.own?.features === features ? old?.own : null;
  const origin: Origin = {
    source: sourceOf(open, options) ?? known?.source ?? null,
    annee: annee ?? known?.annee ?? null,
  };
  const text = geojsonText(contours, names, origin);
  const media = edit(open, 'medias', described, (before) =>
    putMedia(before, open.medias?.['perimetre.geojson'], origin, textOption(options, 'licence') ?? null, {
      langue: open.langue,
      names: [...collected.shapes.keys()].map((code) => names.get(code) ?? code),
    }),
  );
  const changes: readonly Change[] = changed([{ path: place, before: old?.text ?? null, after: text }, media]);
  const counts = countsOf(collected, around.size, text);
  apply(open, changes, dryRun === true, new Map([[place, counts]]));
  remarks(session, read, open);
  warnUnknown(session, origin.source, origin.annee);
  if (!session.quiet) {
    const end = dryRun ? wouldBe : changes.length === 0 ? unchanged : fillIn(imported, { comptes: counts });
    session.err(`${session.errColour.green(say(session, end))}\n`);
  }
  return 0;
}

/** What a file gives for a perimeter. */
interface Contents {
  readonly collected: Collected;
  /** Communes around the perimeter, kept for the maps. */
  readonly around: ReadonlyMap<string, unknown>;
  readonly contours: readonly Contour[];
  /** Of all communes that are kept. */
  readonly names: ReadonlyMap<string, string>;
}

async function readContours(file: string, { cog, perimetre, session }: OpenDossier): Promise<Contents> {
  const own = new Map(perimetre.communes.map(({ commune, nom }) => [commune, nom]));
  const codes = new Set(own.keys());
  const [path, shown] = [resolve(session.cwd, file), shownFile(file)];
  const gathered = collector(cog, codes);
  const { crs } = await readGeoJson(path, shown, gathered.add);
  const collected = gathered.end();
  refuseUnusable(shown, collected, crs, own);
  // Read again: only now is it known where the perimeter lies, and a file of all France does not fit in memory.
  const near = neighbours(cog, codes, boxOfMap(collected.shapes));
  await readGeoJson(path, shown, near.add);
  const around = near.end();
  const names = new Map([...own, ...[...around.keys()].map((code) => [code, cog.commune(code)?.nom ?? code] as const)]);
  return { collected, around, contours: simplified(collected.shapes, around), names };
}

const nothing: Origin = { source: null, annee: null };

/** A key of the dossier's sources stands for its title. */
function sourceOf({ dossier }: OpenDossier, options: Options): string | null {
  const words = wordsOf(options, 'source');
  return words === null
    ? null
    : (Object.entries(dossier.sources ?? {}).find(([key]) => key === words)?.[1].titre ?? words);
}

function oldFile(
  open: OpenDossier,
  force: boolean,
): { readonly text: string; readonly own: ReturnType<typeof readOwn> } | null {
  const path = join(open.folder, place);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const own = readOwn(text);
  if (own !== null || force) return { text, own };
  throw new UserError(fillIn(notOurs, { fichier: open.shown(place) }), {
    fr: '--force écrit par-dessus',
    en: '--force writes over it',
  });
}

function refuseUnusable(
  shown: string,
  { shapes, problem, superfluous, example }: Collected,
  crs: unknown,
  names: ReadonlyMap<string, string>,
): void {
  const refuse = (text: Text) => {
    throw new UserError({ fr: `${shown} : ${text.fr}`, en: `${shown}: ${text.en}` });
  };
  const projection = otherCrs(crs) ?? (problem?.kind === 'projection' ? problem.words : null);
  if (projection !== null) refuse(fillIn(projected, { projection }));
  if (problem !== null && 'code' in problem) {
    refuse(
      fillIn(problem.kind === 'crossing' ? crossed : shapeless, {
        commune: `${problem.code} ${names.get(problem.code) ?? ''}`.trim(),
      }),
    );
  }
  if (shapes.size > 0) return;
  if (superfluous.length > 0) refuse(fillIn(elsewhere, { n: superfluous.length }));
  refuse(example === null ? noCode : fillIn(otherCodes, { mot: example }));
}

/** What the file has too many or too few of, and what was made of it. */
function remarks(session: Session, { collected, around, contours, names }: Contents, { cog }: OpenDossier): void {
  const { missing, mended, unknown } = collected;
  const named = (code: string) => `${code} ${names.get(code) ?? cog.commune(code)?.nom ?? ''}`.trim();
  if (missing.length > 0) warn(session, fillIn(absent, { noms: some(missing.map(named)) }));
  if (mended > 0) warn(session, fillIn(lostZero, { n: mended }));
  if (session.quiet) return;
  const tell = (text: Text) => session.err(`${printable(say(session, text))}\n`);
  const superfluous = collected.superfluous.filter((code) => !around.has(code));
  if (superfluous.length > 0) tell(fillIn(outside, { noms: some(superfluous.map(named)) }));
  const merged = contours.filter(({ origines, contexte }) => origines.length > 1 && !contexte);
  if (merged.length > 0) tell(fillIn(together, { noms: some(merged.map(({ code }) => names.get(code) ?? code)) }));
  if (unknown.length > 0) tell(fillIn(unknownCodes, { codes: some(unknown) }));
}

/** « 13 communes sur 13 et 21 voisines, 45 ko ». */
function countsOf({ shapes, missing }: Collected, around: number, text: string): Text {
  const connues = counted(shapes.size, [
    { fr: 'commune', en: 'commune' },
    { fr: 'communes', en: 'communes' },
  ]);
  const voisines = counted(around, [
    { fr: 'voisine', en: 'neighbour' },
    { fr: 'voisines', en: 'neighbours' },
  ]);
  const thousands = Math.max(1, Math.round(Buffer.byteLength(text) / 1000));
  const taille = { fr: `${nombre(thousands, 'fr')} ko`, en: `${nombre(thousands, 'en')} kB` };
  const toutes = shapes.size + missing.length;
  return fillIn(around === 0 ? alone : withNeighbours, { connues, toutes, voisines, taille });
}

function counted(n: number, [one, many]: readonly [Text, Text]): Text {
  return { fr: compte(n, one, many, 'fr'), en: compte(n, one, many, 'en') };
}

const alone = { fr: '{connues} sur {toutes}, {taille}', en: '{connues} out of {toutes}, {taille}' };
const withNeighbours = {
  fr: '{connues} sur {toutes} et {voisines}, {taille}',
  en: '{connues} out of {toutes} and {voisines}, {taille}',
};
const imported = {
  fr: 'Contours importés : {comptes}.  Suite : atelier compile',
  en: 'Outlines imported: {comptes}.  Next: atelier compile',
};
const wouldBe: Text = { fr: 'Rien n’est écrit (--dry-run).', en: 'Nothing is written (--dry-run).' };
const unchanged: Text = {
  fr: 'Rien à changer : ces contours sont déjà là.',
  en: 'Nothing to change: these outlines are there already.',
};
const projected = {
  fr: 'les coordonnées sont {projection} ; exportez en WGS84 (longitude, latitude)',
  en: 'the coordinates are {projection}; export as WGS84 (longitude, latitude)',
};
const crossed = { fr: 'le contour de {commune} se croise lui-même', en: 'the outline of {commune} crosses itself' };
const shapeless = {
  fr: 'le contour de {commune} n’est pas une surface',
  en: 'the outline of {commune} is not a surface',
};
const elsewhere = {
  fr: 'les {n} communes du fichier sont toutes hors du périmètre',
  en: 'the {n} communes of the file are all outside the perimeter',
};
const noCode: Text = {
  fr: 'aucun objet ne porte de code INSEE de commune (propriété « code » ou « INSEE_COM »)',
  en: 'no object has an INSEE code of commune (property “code” or “INSEE_COM”)',
};
const otherCodes = {
  fr: 'aucun objet ne porte de code INSEE de commune ; on y lit par exemple « {mot} »',
  en: 'no object has an INSEE code of commune; one reads for example “{mot}”',
};
const notOurs = {
  fr: '{fichier} existe et n’a pas été écrit par atelier : rien n’est écrit',
  en: '{fichier} exists and was not written by atelier: nothing is written',
};
const absent = {
  fr: 'communes du périmètre absentes du fichier : {noms}',
  en: 'communes of the perimeter missing from the file: {noms}',
};
const lostZero = {
  fr: 'codes sans leur premier zéro, complétés : {n}',
  en: 'codes without their first zero, completed: {n}',
};
const outside = { fr: 'Hors du périmètre, laissées de côté : {noms}', en: 'Outside the perimeter, left out: {noms}' };
const together = {
  fr: 'Réunies depuis plusieurs anciennes communes : {noms}',
  en: 'Put together from several former communes: {noms}',
};
const unknownCodes = { fr: 'Codes inconnus, laissés de côté : {codes}', en: 'Unknown codes, left out: {codes}' };
