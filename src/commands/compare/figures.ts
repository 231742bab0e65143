import { openCog } from '../../cog/cog.ts';
import type { FigureComparee } from '../../compile/comparison/figure.ts';
import { figuresComparees } from '../../compile/comparison/figures/index.ts';
import { figureFiles, isOfFigures, LEGENDES, legendes } from '../../compile/comparison/figures-ecrites.ts';
import type { Comparaison } from '../../compile/comparison/sites.ts';
import { cogBytes } from '../../load/assets.ts';
import type { OutputFile } from '../../model/output.ts';
import { say } from '../../ui/terminal.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import { writeFiles } from '../../write/write.ts';
import { engines } from '../engines.ts';
import type { Out } from '../out.ts';
import { franceAndTowns } from '../report-context.ts';
import type { GatheredSites } from './gathered.ts';

/** What the figures are drawn from, and where they go. */
export interface FiguresAsked {
  readonly sites: GatheredSites;
  readonly comparaison: Comparaison;
  readonly langue: Langue;
  readonly out: Out;
  readonly force: boolean;
}

/**
 * `--figures`: every figure of a comparison as SVG, PNG and CSV, with their captions; says what was written.
 * @throws UserError when the folder cannot be written, or a file there is not ours
 */
export async function writeFigures({ sites, comparaison, langue, out, force }: FiguresAsked): Promise<void> {
  const carte = { ...franceAndTowns(), cog: openCog(cogBytes()), ...sites.cartes };
  const made: FigureComparee[] = [];
  const sans: string[] = [];
  for (const [id, draw] of Object.entries(figuresComparees)) {
    const figure = draw({ comparaison, prefix: `figure-${id}`, langue, carte });
    if (figure === null) sans.push(id);
    else made.push(figure);
  }
  const raster = await engines().raster();
  // One after the other: a PNG of a page at 300 dots an inch is large.
  function* files(): Generator<OutputFile> {
    for (const figure of made) yield* figureFiles(figure, raster);
    yield { path: LEGENDES, bytes: legendes(made, sans, langue) };
  }
  const { written, unchanged, removed } = await writeFiles(files(), out.folder, { force, prunes: isOfFigures });
  const { session } = sites;
  for (const path of written) session.out(`${out.shown}/${path}\n`);
  if (session.quiet) return;
  const parts = [
    compte(made.length, words.one, words.many, session.langue),
    compte(written.length, words.file, words.files, session.langue),
    compte(unchanged.length, words.same, words.sames, session.langue),
    ...(removed.length > 0 ? [compte(removed.length, words.gone, words.allGone, session.langue)] : []),
    ...(sans.length > 0 ? [say(session, fillIn(words.without, { figures: sans.join(', ') }))] : []),
  ];
  const next = say(session, fillIn(words.read, { dossier: out.shown }));
  session.err(`${session.errColour.green(parts.join(' · '))}.  ${next}\n`);
}

const words = {
  one: { fr: 'figure', en: 'figure' },
  many: { fr: 'figures', en: 'figures' },
  file: { fr: 'fichier écrit', en: 'file written' },
  files: { fr: 'fichiers écrits', en: 'files written' },
  same: { fr: 'inchangé', en: 'unchanged' },
  sames: { fr: 'inchangés', en: 'unchanged' },
  gone: { fr: 'fichier d’une fois d’avant retiré', en: 'file of an earlier time removed' },
  allGone: { fr: 'fichiers d’une fois d’avant retirés', en: 'files of an earlier time removed' },
  without: { fr: 'rien de connu pour {figures}', en: 'nothing known for {figures}' },
  read: { fr: 'Lire : {dossier}/LEGENDES.md', en: 'Read: {dossier}/LEGENDES.md' },
} as const;
