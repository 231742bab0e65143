import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { openCog } from '../../cog/cog.ts';
import { siteFiles, siteFolder } from '../../compile/comparison/site.ts';
import { cogBytes, siteScript, template } from '../../load/assets.ts';
import { UserError } from '../../model/error.ts';
import { say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn } from '../../words/text.ts';
import { writeFiles } from '../../write/write.ts';
import { fileLanguage } from '../language.ts';
import { franceAndTowns } from '../report-context.ts';
import { themeOf } from '../report-theme.ts';
import { textOption } from '../spec.ts';
import type { Publish, Publishing } from './asked.ts';

/**
 * `--to site`: the explorer, in `site/` below the folder.
 * @throws UserError when `--rapports` names nothing, or the folder cannot be written
 */
export const publishSite: Publish = async (asked) => {
  const { sites, comparaison, langue, isPublic, out, options } = asked;
  const { settings, session, each } = sites;
  const home = each.find((one) => one.settings === settings);
  const { theme, remarks } = home === undefined ? { theme: null, remarks: [] } : themeOf(settings, home.root, '');
  for (const remark of remarks) session.err(`${printable(say(session, remark))}\n`);
  const files = siteFiles(comparaison, {
    ...{ langue, isPublic, theme },
    auteur: fileLanguage(undefined, settings),
    titre: settings?.titre,
    producteur: settings?.producteur ?? null,
    site: settings?.site ?? {},
    carte: { ...franceAndTowns(), cog: openCog(cogBytes()), ...sites.cartes },
    rapport: reportsOf(asked),
    style: ['polices.gen.css', 'style.css', 'site.css'].map(template),
    script: siteScript(),
  });
  const prunes = (path: string): boolean => path.startsWith(siteFolder);
  const { written, unchanged, removed } = await writeFiles(files, out.folder, {
    force: options.force === true,
    prunes,
  });
  const index = `${out.shown}/${siteFolder}index.html`;
  if (written.length + removed.length > 0) session.out(`${index}\n`);
  const { directeur_publication, contact, hebergeur } = settings?.site ?? {};
  const missing = Object.entries({ directeur_publication, contact, hebergeur }).filter(
    ([, said]) => said === undefined,
  );
  const lacks = [...(settings?.producteur ? [] : ['producteur']), ...missing.map(([key]) => `site.${key}`)];
  if (isPublic && lacks.length > 0)
    session.err(`${session.errColour.yellow(say(session, fillIn(toComplete, { cles: lacks.join(', ') })))}\n`);
  if (!session.quiet) {
    const said = fillIn(done, { ecrites: written.length, inchangees: unchanged.length });
    const next = fillIn(open, { fichier: index });
    session.err(`${session.errColour.green(say(session, said))}${say(session, next)}\n`);
  }
  return 0;
};

/**
 * Where the pages find reports: at the address or in the folder that `--rapports` names; without it, and for internal
 * use only, in the folder where `compile` puts them beside this one. A report holds all of its dossier: a public page leads
 * to those only that somebody names.
 */
function reportsOf({ isPublic, out, options, sites }: Publishing): (id: string) => string | null {
  const typed = textOption(options, 'rapports');
  if (typed?.trim() === '') throw new UserError(noReports);
  if (typed !== undefined && /^https?:\/\//i.test(typed)) {
    const base = typed.replace(/\/+$/, '');
    return (id) => `${base}/${id}/rapport.html`;
  }
  if (typed === undefined && isPublic) return () => null;
  const folder = typed === undefined ? join(out.folder, '..', 'rapports') : resolve(sites.session.cwd, typed);
  if (typed !== undefined && !existsSync(folder)) throw new UserError(fillIn(noFolder, { dossier: printable(typed) }));
  const from = relative(join(out.folder, siteFolder), folder).split(sep).map(encodeURIComponent).join('/');
  return (id) => (existsSync(join(folder, id, 'rapport.html')) ? `${from}/${id}/rapport.html` : null);
}

const noReports = {
  fr: '--rapports attend un dossier ou une adresse (https://…)',
  en: '--rapports expects a folder or an address (https://…)',
};
const noFolder = {
  fr: '--rapports : le dossier {dossier} n’existe pas',
  en: '--rapports: there is no folder {dossier}',
};
const done = {
  fr: 'Pages et fichiers écrits : {ecrites} ; inchangés : {inchangees}.',
  en: 'Pages and files written: {ecrites}; unchanged: {inchangees}.',
};
const open = { fr: '  À ouvrir : {fichier}', en: '  To open: {fichier}' };
const toComplete = {
  fr: 'Avant de mettre le site en ligne : complétez ses mentions légales dans atelier.yaml ({cles}).',
  en: 'Before putting the site online: complete its legal notice in atelier.yaml ({cles}).',
};
