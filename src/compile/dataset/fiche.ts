import type { Table } from '../../schema/columns.ts';
import { compte } from '../../words/numbers.ts';
import { folded } from '../../words/slug.ts';
import { typographie } from '../../words/typography.ts';
import { escapeMarkdown } from '../md/escape.ts';
import type { About } from './about.ts';
import { wordsOfOffer } from './datapackage.ts';
import { ficheWords as words } from './fiche-words.ts';
import { type DataFile, dictionaryPath, offersOf } from './files.ts';
import { leftOutCounted } from './left-out.ts';
import { packageWords, title as usualTitle } from './package-words.ts';
import { licence } from './table-schema.ts';

/** What data.gouv.fr takes, in characters: its form and its API refuse more, and advise against a shorter description. */
export const portalLimits = {
  title: 350,
  description: { advised: 200, longest: 100_000 },
  shortDescription: 200,
  tag: { shortest: 3, longest: 96 },
} as const;

/**
 * What a person copies into the form of data.gouv.fr, field by field, in the form's order and words. In French whatever
 * the language of the dataset: the portal is.
 * @param counts the number of rows of each table
 * @param files the files of data that are written
 * @param changes whether `CHANGELOG.md` is written beside them
 * @returns Markdown for `fiche-datagouv.md`; null for an internal dataset, which has no place on a portal
 */
export function fiche(
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  about: About,
  files: readonly DataFile[],
  changes = false,
): string | null {
  if (!about.public) return null;
  const { producteur, annees, regions } = about;
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['Titre', block(titleOf(about))],
    ['Description', block(description(tables, counts, about, files))],
    ['Description courte', block(shortDescription(about))],
    ['Mots-clés', block(tags().join('\n'))],
    ['Type d’accès', 'Ouvert'],
    ['Licence', `${licence.title.replace('2.0', 'version 2.0')} (${licence.name})`],
    ['Producteur', producteur ? producer(producteur) : words.noProducer],
    ['Point de contact', words.contact],
    ['Fréquence de mise à jour', words.frequency],
    ['Couverture temporelle', annees ? `Du 01/01/${annees.debut} au 31/12/${annees.fin}` : words.noYears],
    [
      'Couverture spatiale',
      regions.length === 0 ? 'France' : `France (ou : ${regions.map(({ nom }) => nom).join(', ')})`,
    ],
    ['Granularité spatiale', words.granularity],
  ];
  const blocks = [
    '# Fiche pour data.gouv.fr',
    words.how,
    ...fields.flatMap(([name, value]) => [`## ${name}`, value]),
    '## Fichiers',
    words.files,
    ...resources(tables, counts, files, changes),
  ];
  return `${blocks.map((text) => (text.startsWith('```') ? text : typographie(text, 'fr'))).join('\n\n')}\n`;
}

/** A value to be copied as it is: no character of it is a mark. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

function titleOf({ titles, title }: About): string {
  return cut(
    typographie(titles.fr ?? (titles.en === undefined ? title : titles.en), 'fr') || usualTitle.fr,
    portalLimits.title,
  );
}

/** At most so many characters, ended between two words. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const part = text.slice(0, longest);
  return `${part.slice(0, part.lastIndexOf(' ')).replace(/[\s,;:.]+$/, '')}…`;
}

function producer({ nom, siret }: NonNullable<About['producteur']>): string {
  return `${escapeMarkdown(nom)}${siret === undefined ? '' : ` (SIRET ${siret})`}`;
}

function sentences(about: About): readonly string[] {
  const count = compte(about.dossiers, words.dossier, words.dossiers, 'fr');
  const { annees } = about;
  const years =
    annees === null ? '' : annees.debut === annees.fin ? `, ${annees.debut}` : `, ${annees.debut}–${annees.fin}`;
  return [`${count} de l’Atelier des territoires${years}.`];
}

function shortDescription(about: About): string {
  return cut(typographie([...sentences(about), words.short].join(' '), 'fr'), portalLimits.shortDescription);
}

function description(
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  about: About,
  files: readonly DataFile[],
): string {
  const missing = leftOutCounted(about.leftOut, 'fr');
  const lines = tables.map(({ name, description: text }) => {
    const rows = compte(counts.get(name) ?? 0, words.row, words.rows, 'fr');
    return `- \`${name}\` (${rows})\u00a0: ${text.fr}`;
  });
  const others = offersOf(tables, files).filter(({ format, table }) => format !== 'csv' || table === null);
  const paragraphs = [
    [...sentences(about), words.programme].join(' '),
    '## Contenu',
    lines.join('\n'),
    ...(others.length > 0 ? [words.otherFormats] : []),
    '## Lire ces données',
    words.reading.join('\n'),
    '## Ce qui n’y est pas',
    [words.agreed, ...(missing === '' ? [] : [`${words.missing} ${missing}.`])].join(' '),
    ...(about.referencesFr.length > 0
      ? ['## Données de référence', about.referencesFr.map((one) => `- ${source(one)}`).join('\n')]
      : []),
  ];
  return cut(paragraphs.map((text) => typographie(text, 'fr')).join('\n\n'), portalLimits.description.longest);
}

function source({ title, path }: About['referencesFr'][number]): string {
  return path === undefined ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](${path})`;
}

/** The portal keeps small letters without accents, digits and hyphens; what is too short for it is left out. */
export function tags(): readonly string[] {
  const { shortest, longest } = portalLimits.tag;
  return [...packageWords.keywords.fr, ...words.tags]
    .map((word) =>
      folded(word)
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, longest)
        .replace(/^-+|-+$/g, ''),
    )
    .filter(({ length }) => length >= shortest);
}

/** Each file with the type and the description that the portal asks for; those in Parquet are one line. */
function resources(
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  files: readonly DataFile[],
  changes: boolean,
): readonly string[] {
  const offers = offersOf(tables, files);
  const rows = offers
    .filter(({ format }) => format !== 'parquet')
    .map((offer) => {
      const { title, description: text } = wordsOfOffer(offer, tables);
      const type = offer.files[0].path === dictionaryPath ? 'Documentation' : 'Fichier principal';
      const count = counts.get(offer.table ?? '');
      const size = count === undefined ? '' : ` ${compte(count, words.row, words.rows, 'fr')}.`;
      return [`\`${offer.files[0].path}\``, title.fr, type, `${text.fr}${size}`];
    });
  const parquet = files.filter(({ format }) => format === 'parquet');
  if (parquet.length > 0) rows.push([folderOf(parquet), 'Tables en Parquet', 'Fichier principal', words.parquet]);
  const documents = [...words.documents, ...(changes ? [words.changes] : [])];
  const beside = documents.map(([path, title, text]) => [`\`${path}\``, title, 'Documentation', text]);
  const head = ['Fichier', 'Titre', 'Type', 'Description'];
  return [[head, head.map(() => '---'), ...rows, ...beside].map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

function folderOf(files: readonly DataFile[]): string {
  const folder = (files[0]?.path ?? '').replace(/\/.*$/, '/');
  return `\`${folder}\` (${compte(files.length, words.file, words.manyFiles, 'fr')})`;
}
