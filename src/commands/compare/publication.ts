import { join, resolve } from 'node:path';
import { type Cog, openCog } from '../../cog/cog.ts';
import { perimetreOfDossier } from '../../cog/perimetre.ts';
import type { PublicationContext, SiteLu } from '../../compile/comparison/publication/matter.ts';
import { dossierShown, siteLu, sitePage } from '../../compile/comparison/publication/monograph.ts';
import { monographiesIn, publicationIn, sitePath } from '../../compile/comparison/publication/publication.ts';
import { piecesAsked } from '../../compile/comparison/publication/themes-view.ts';
import type { Starting } from '../../compile/engines.ts';
import { type ReportContext, writtenIn } from '../../compile/report/report.ts';
import { cogBytes } from '../../load/assets.ts';
import { findTemplate, givenLayer, type Layer, layersOf } from '../../load/layers.ts';
import type { Dossier, Session as NationalSession } from '../../model/dossier.ts';
import type { OutputFile } from '../../model/output.ts';
import { say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { writeFiles } from '../../write/write.ts';
import { engines } from '../engines.ts';
import { fileLanguage } from '../language.ts';
import { franceAndTowns } from '../report-context.ts';
import { ownFonts, themeOf } from '../report-theme.ts';
import { textOption } from '../spec.ts';
import { progressOf } from '../validate/progress.ts';
import type { Publish, Publishing } from './asked.ts';
import { type ReadAgain, readAgain, sessionsAgain } from './read-again.ts';

/** Writes the publication, and where there are many sites a page each beside it. */
export const publish: Publish = async (asked) => {
  const { sites, out, options, formats } = asked;
  const { session, settings, each } = sites;
  const again = readAgain(sites, textOption(options, 'at'));
  const typed = textOption(options, 'modeles');
  const making: Making = {
    asked,
    again,
    sessions: sessionsAgain(sites, again),
    cog: openCog(cogBytes()),
    modeles: typed === undefined ? null : givenLayer(resolve(session.cwd, typed), typed),
    started: engines(
      1,
      each.flatMap(({ root }) => ownFonts(settings, root)).map(({ bytes }) => bytes),
    ),
    remark: (name, text) => session.err(`${printable(`${name}: ${say(session, text)}`)}\n`),
  };
  // Pages of sites that are compared no more go, where pages are made.
  const prunes = (path: string): boolean => formats.includes('html') && /^sites\/[^/]+\.html$/.test(path);
  const { written, unchanged } = await writeFiles(files(making), out.folder, { force: options.force === true, prunes });
  const own = (path: string): boolean => !path.startsWith('sites/');
  for (const path of written.filter(own)) session.out(`${join(out.shown, path)}\n`);
  if (!session.quiet) {
    const said = fillIn(done, { ecrits: written.length, inchanges: unchanged.length });
    const first = [...written, ...unchanged].find(own);
    const next = first === undefined ? '' : say(session, fillIn(read, { fichier: join(out.shown, first) }));
    session.err(`${session.errColour.green(say(session, said))}${next}\n`);
  }
  return 0;
};

/** What the publication and its pages are made with. */
interface Making {
  readonly asked: Publishing;
  readonly again: ReadAgain;
  readonly sessions: readonly NationalSession[];
  readonly cog: Cog;
  readonly modeles: Layer | null;
  readonly started: Starting;
  readonly remark: (name: string, text: Text) => void;
}

/** Dossiers are read one after the other: what is kept of each is its monograph, or only what themes quote of it. */
async function* files(making: Making): AsyncGenerator<OutputFile> {
  const { asked, again, sessions, started, remark } = making;
  const { comparaison, formats, isPublic } = asked;
  const total = comparaison.sites.length;
  const where = new Set(formats.map((format) => monographiesIn(format, total)));
  const quoted = piecesAsked(sessions);
  const lus = new Map<string, SiteLu>();
  const progress = progressOf(asked.sites.session);
  for (const [at, { id }] of comparaison.sites.entries()) {
    const pieces = quoted.get(id) ?? [];
    if (where.has('dedans') || where.has('pages') || pieces.length > 0) {
      const dossier = dossierShown(again.dossier(id), isPublic);
      const context = dossierContext(dossier, making);
      lus.set(id, siteLu(dossier, where.has('dedans') ? context : null, pieces));
      if (where.has('pages')) {
        const page = await writtenIn(sitePage(dossier, context), context, ['html'], started, () => sitePath(id));
        for (const text of page.remarks) remark(id, text);
        yield* page.files;
      }
    }
    progress.step(at + 1, total);
  }
  progress.end();
  const made = await publicationIn(publicationContext(making, lus), formats, started);
  for (const text of made.remarks) remark('comparaison', text);
  yield* made.files;
}

function publicationContext(
  { asked, again, sessions, cog, modeles }: Making,
  lus: PublicationContext['lus'],
): PublicationContext {
  const { sites, comparaison, isPublic, langue } = asked;
  const { settings, cartes, each, together } = sites;
  const root = each[0]?.root ?? '';
  const { theme, remarks } = themeOf(settings, root, '');
  const layers = layersOf(root, null, modeles);
  return {
    comparaison,
    sessions,
    settings,
    carte: { cog, ...franceAndTowns(), ...cartes },
    isPublic,
    date: together.date,
    lus,
    perimetre: perimetreOfDossier(undefined, undefined, cog),
    langue,
    auteur: fileLanguage(undefined, settings),
    template: (name) => findTemplate(name, layers),
    // `medias/<session>/plan.png`: each session has a folder of its own.
    readMedia: (path) => {
      const [, id = '', below = ''] = /^medias\/([^/]+)\/(.+)$/.exec(path) ?? [];
      return sessions.some((one) => one.id === id)
        ? again.media(again.placeOf('session', id), `medias/${below}`)
        : null;
    },
    ...(theme && { theme }),
    remarks,
  };
}

/** What the monograph of a dossier is made from, beside the dossier. */
function dossierContext(dossier: Dossier, { asked, again, sessions, cog, modeles }: Making): ReportContext {
  const { settings, cartes } = asked.sites;
  const place = again.placeOf('dossier', dossier.id);
  const layers = layersOf(place.root, place.path, modeles);
  const session = sessions.find(({ id }) => id === dossier.dossier.session);
  const { theme } = themeOf(settings, place.root, place.path);
  return {
    perimetre: cartes.perimetres.get(dossier.id) ?? perimetreOfDossier(dossier.territoire, dossier.echelle, cog),
    langue: asked.langue,
    auteur: fileLanguage(undefined, dossier.dossier, settings),
    template: (name) => findTemplate(name, layers),
    readMedia: (path) => again.media(place, path),
    carte: { cog, ...franceAndTowns(), ...(cartes.contours.get(dossier.id) ?? { contours: null, source: null }) },
    ...(session && { session }),
    ...(theme && { theme }),
  };
}

const done = {
  fr: 'Publication écrite ; fichiers écrits : {ecrits}, inchangés : {inchanges}.',
  en: 'Publication written; files written: {ecrits}, unchanged: {inchanges}.',
};
const read = { fr: '  À lire : {fichier}', en: '  To read: {fichier}' };
