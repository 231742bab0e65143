import { dimensionNommee, nomsDesDimensions } from '../compile/comparison/dimensions.ts';
import type { Dimension } from '../compile/comparison/dimensions.ts';
import { presentationOf } from '../compile/comparison/presentation.ts';
import { comparaisonOf } from '../compile/comparison/sites.ts';
import { UserError } from '../model/error.ts';
import type { Session } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn } from '../words/text.ts';
import { writeFigures } from './compare/figures.ts';
import type { ComparisonFormat } from './compare/formats.ts';
import { type GatheredSites, withSites } from './compare/gathered.ts';
import { noSites, placeNames, showSites, tellLeftOut } from './compare/terminal.ts';
import { fileLanguage } from './language.ts';
import { outOf } from './out.ts';
import { listOption, type Options, textOption } from './spec.ts';

/** `atelier compare`: dossiers side by side, on the terminal or as files. */
export async function compare(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const by = textOption(options, 'by');
  const dimension = by === undefined ? null : dimensionOf(by);
  const formats = [...new Set(listOption(options, 'to') ?? [])] as readonly ComparisonFormat[];
  const figures = textOption(options, 'figures');
  const writes = formats.length > 0 || figures !== undefined;
  for (const flag of ['by', 'format']) {
    if (writes && options[flag] !== undefined) throw new UserError(fillIn(onlyShown, { option: `--${flag}` }));
  }
  const isPublic = options.public === true;
  const asked = {
    isPublic,
    session: textOption(options, 'session'),
    at: textOption(options, 'at'),
    keepGoing: options.keepGoing === true,
    maps: writes,
  };
  let written: 0 | 1 = 0;
  const code = await withSites(paths, asked, given, async (sites) => {
    const { extracts, settings, session } = sites;
    const comparaison = comparaisonOf(extracts, presentationOf([], settings));
    if (isPublic) tellLeftOut(sites);
    if (comparaison.sites.length === 0) return noSites(sites, isPublic);
    if (!writes) {
      const format = textOption(options, 'format') ?? 'table';
      return showSites(comparaison, { dimension, format, lieu: placeNames(), session });
    }
    const langue = fileLanguage(textOption(options, 'lang'), settings);
    const force = options.force === true;
    if (figures !== undefined) await writeFigures({ sites, comparaison, langue, force, typed: figures });
    if (formats.length === 0) return;
    const out = outOf(options, 'comparaison', session);
    const publishing = { sites, comparaison, langue, isPublic, formats: formats.filter(isDocument), out, options };
    if (publishing.formats.length > 0) {
      const { publish } = await import('./compare/publication.ts');
      written = await publish(publishing);
    }
    if (formats.includes('site')) {
      const { publishSite } = await import('./compare/site.ts');
      written = (await publishSite(publishing)) || written;
    }
  });
  return code || written;
}
