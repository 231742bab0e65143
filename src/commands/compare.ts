import { type Dimension, dimensionNommee, nomsDesDimensions } from '../compile/comparison/dimensions.ts';
import { presentationOf } from '../compile/comparison/presentation.ts';
import { type Comparaison, comparaisonOf } from '../compile/comparison/sites.ts';
import { UserError } from '../model/error.ts';
import type { Session } from '../ui/terminal.ts';
import { fillIn } from '../words/text.ts';
import type { ComparisonFormat } from './compare/formats.ts';
import { type GatheredSites, withSites } from './compare/gathered.ts';
import { readAgain, sessionsAgain } from './compare/read-again.ts';
import { placeNames, showSites, stopWithout, tellLeftOut } from './compare/terminal.ts';
import { fileLanguage } from './language.ts';
import { outOf } from './out.ts';
import { listOption, type Options, textOption } from './spec.ts';

/** What the flags of `compare` ask for. */
interface Asked {
  readonly dimension: Dimension | null;
  /** Of `--to`; none shows dossiers on the terminal, unless figures are asked for. */
  readonly formats: readonly ComparisonFormat[];
  /** The folder of `--figures`, as typed. */
  readonly figures: string | undefined;
  readonly writes: boolean;
  readonly isPublic: boolean;
}

/**
 * `atelier compare`: dossiers side by side, on the terminal or as files.
 * @returns 1 where dossiers with errors were left out, or something could not be made
 */
export async function compare(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const asked = askedOf(options);
  const { isPublic, writes } = asked;
  const gathering = {
    isPublic,
    session: textOption(options, 'session'),
    at: textOption(options, 'at'),
    keepGoing: options.keepGoing === true,
    maps: writes,
  };
  let code: 0 | 1 = 0;
  const gathered = await withSites(paths, gathering, given, async (sites) => {
    const { extracts, settings, session } = sites;
    const comparaison = comparaisonOf(
      extracts,
      presentationOf(sessionsAgain(sites, readAgain(sites, gathering.at)), settings),
    );
    if (isPublic) tellLeftOut(sites);
    if (comparaison.sites.length === 0) return stopWithout(sites, isPublic);
    if (writes) {
      code = await written(comparaison, sites, asked, options);
      return;
    }
    const format = textOption(options, 'format') ?? 'table';
    showSites(comparaison, { dimension: asked.dimension, format, lieu: placeNames(), session });
  });
  return gathered || code;
}

/** @throws UserError when flags do not go together, or `--by` names no dimension */
function askedOf(options: Options): Asked {
  const by = textOption(options, 'by');
  const figures = textOption(options, 'figures');
  if (figures?.trim() === '') throw new UserError(noFolder);
  const formats = [...new Set(listOption(options, 'to') ?? [])] as readonly ComparisonFormat[];
  const writes = formats.length > 0 || figures !== undefined;
  for (const flag of ['by', 'format']) {
    if (writes && options[flag] !== undefined) throw new UserError(fillIn(onlyShown, { option: `--${flag}` }));
  }
  if (options.rapports !== undefined && !formats.includes('site')) throw new UserError(onlyForSite);
  return {
    dimension: by === undefined ? null : dimensionOf(by),
    formats,
    figures,
    writes,
    isPublic: options.public === true,
  };
}

function dimensionOf(typed: string): Dimension {
  const found = dimensionNommee(typed);
  if (found.ok) return found.dimension;
  const { parmi, proche } = found;
  if (parmi.length > 0) throw new UserError(fillIn(several, { mot: typed, choix: parmi.join(', ') }));
  throw new UserError(
    fillIn(unknownColumn, { mot: typed, choix: nomsDesDimensions().join(', ') }),
    proche === null ? undefined : { fr: `vouliez-vous dire ${proche} ?`, en: `did you mean ${proche}?` },
  );
}

async function written(
  comparaison: Comparaison,
  sites: GatheredSites,
  { formats, figures, isPublic }: Asked,
  options: Options,
): Promise<0 | 1> {
  const { settings, session } = sites;
  const langue = fileLanguage(textOption(options, 'lang'), settings);
  if (figures !== undefined) {
    const out = outOf({ out: figures }, figures, session);
    const { writeFigures } = await import('./compare/figures.ts');
    await writeFigures({ sites, comparaison, langue, out, force: options.force === true });
  }
  if (formats.length === 0) return 0;
  const out = outOf(options, 'comparaison', session);
  const documents = formats.filter((format) => format !== 'site');
  const publishing = { sites, comparaison, langue, isPublic, formats: documents, out, options };
  let code: 0 | 1 = 0;
  if (documents.length > 0) code = await (await import('./compare/publication.ts')).publish(publishing);
  if (formats.includes('site')) {
    const site = await (await import('./compare/site.ts')).publishSite(publishing);
    code = code === 0 ? site : code;
  }
  return code;
}

const noFolder = { fr: '--figures attend le nom d’un dossier', en: '--figures expects the name of a folder' };
const onlyShown = {
  fr: '{option} est pour le terminal : il ne va pas avec --to ni --figures',
  en: '{option} is for the terminal: it does not go with --to or --figures',
};
const onlyForSite = {
  fr: '--rapports est pour l’explorateur : il va avec --to site',
  en: '--rapports is for the explorer: it goes with --to site',
};
const several = {
  fr: '--by : « {mot} » est dans plusieurs tables ; dites laquelle : {choix}',
  en: '--by: “{mot}” is in several tables; say which: {choix}',
};
const unknownColumn = {
  fr: '--by ne connaît pas « {mot} » : {choix}',
  en: '--by does not know “{mot}”: {choix}',
};
