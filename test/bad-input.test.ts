import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { built, endedWell, workspaceOf } from './bad-input-run.ts';

const atelier = built();
const stakeholders = 'acteurs:\n  mairie: {organisme: Mairie, categorie: commune, roles: [porteur]}\n';

/** What is wrong with one text, and the rules that say so; none where nothing is wrong. */
type Case = readonly [text: string | Uint8Array, ...rules: readonly string[]];

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
  (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]\n`,
);

/** Texts of acteurs.yaml, by the id of the dossier that holds each. */
const texts: Readonly<Record<string, Case>> = {
  sain: [stakeholders],
  'cles-en-double': [`${stakeholders}  mairie: {organisme: Autre, categorie: commune}\nacteurs: {}\n`, 'cle-en-double'],
  tabulations: ['acteurs:\n\tmairie: {organisme: X, categorie: commune}\n\tautre: {organisme: Y}\n', 'tabulation'],
  bom: [`\ufeff${stakeholders}`],
  crlf: [stakeholders.replaceAll('\n', '\r\n')],
  cr: [stakeholders.replaceAll('\n', '\r')],
  'fins-de-ligne-melees': ['acteurs:\r\n  mairie:\n    organisme: X\r    categorie: commune\r\n'],
  'utf-16-le': [utf16(stakeholders), 'fichier-illisible'],
  'utf-16-le-bom': [utf16(`\ufeff${stakeholders}`), 'fichier-illisible'],
  'utf-16-be': [swapped(utf16(stakeholders)), 'fichier-illisible'],
  'utf-16-be-bom': [swapped(utf16(`\ufeff${stakeholders}`)), 'fichier-illisible'],
  'latin-1': [Buffer.from(stakeholders.replace('Mairie', 'Thiérarche'), 'latin1'), 'fichier-illisible'],
  ancres: ['acteurs:\n  a: &x {organisme: X, categorie: commune}\n  b: *x\n', 'ancre-ou-alias'],
  fusion: ['acteurs:\n  a: &x {organisme: X, categorie: commune}\n  b:\n    <<: *x\n', 'ancre-ou-alias'],
  etiquettes: ['acteurs: !!map\n  a: !!js/function "f()"\n', 'etiquette-yaml'],
  'yaml-1-1': [`%YAML 1.1\n---\n${stakeholders}`, 'etiquette-yaml'],
  documents: [`${stakeholders}---\n${stakeholders}...\n---\na: 1\n`, 'plusieurs-documents'],
  'crochets-ouverts': [`acteurs: ${'['.repeat(10_000)}\n`, 'yaml-illisible'],
  'crochets-fermes': [`acteurs: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 'yaml-illisible'],
  'cartes-imbriquees': [`acteurs: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`, 'yaml-illisible'],
  'tirets-imbriques': [`${'- '.repeat(20_000)}\n`, 'yaml-illisible'],
  'cles-imbriquees': [
    Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'yaml-illisible',
  ],
  bombe: [`a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${bomb.join('')}`, 'ancre-ou-alias'],
  cycle: ['acteurs: &x [*x]\n', 'ancre-ou-alias'],
  'cycle-de-cles': ['acteurs: &x {a: *x}\n', 'ancre-ou-alias'],
  prototype: [
    '__proto__: {sale: true}\nconstructor: {prototype: {a: 1}}\ntoString: 1\nacteurs:\n  __proto__: {organisme: X, categorie: commune}\n  a: {organisme: X, categorie: __proto__, roles: [constructor, toString]}\n',
    'cle-inconnue',
    'code-inconnu',
  ],
  nombres: [
    `participation:\n${['12345678901234567890', '1e400', '.nan', '-.inf', '0o14'].map((n) => `  - {type: reunion_publique, nombre: ${n}}\n`).join('')}`,
    'valeur-mal-ecrite',
  ],
  'octet-nul': ['acteurs:\n  a: {organisme: "X\0Y", categorie: commune}\n', 'fichier-illisible'],
  'octets-nuls': ['\0'.repeat(10_000), 'fichier-illisible'],
  conflit: ['acteurs:\n<<<<<<< HEAD\n  a: {organisme: X}\n=======\n  a: {}\n>>>>>>> autre\n', 'marqueurs-de-conflit'],
  'sequences-d-echappement': [
    'acteurs:\n  "\u001b]0;titre\u0007": {organisme: "\u202eX\u0085"}\n',
    'fichier-illisible',
  ],
  'echappees-dans-le-yaml': [
    'acteurs:\n  "\\e]0;t\\a": {organisme: "\\e[31m\\x9b\\u202e", categorie: "\\0\\ud800"}\n',
    'code-inconnu',
  ],
  'cles-echappees': ['"\\e[2J\\x9b\\u202e\\0": 1\n', 'cle-inconnue'],
  'longue-cle': [`${'a'.repeat(2000)}: 1\n"${'b'.repeat(50_000)}": 2\n`, 'cle-inconnue'],
  vide: [''],
  scalaire: ['12\n', 'forme-attendue'],
};

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
}

/** The rules that speak of each dossier's acteurs.yaml. */
function rulesByDossier(json: string): ReadonlyMap<string, readonly string[]> {
  const { diagnostics }: { readonly diagnostics: readonly Found[] } = JSON.parse(json);
  const rules = new Map<string, string[]>();
  for (const { rule, file } of diagnostics) {
    const [, id] = /^dossiers\/([^/]+)\/acteurs\.yaml$/.exec(file) ?? [];
    if (id !== undefined) rules.set(id, [...(rules.get(id) ?? []), rule]);
  }
  return rules;
}

describe('texts that are no dossier’s', () => {
  const cwd = workspaceOf(
    Object.fromEntries(Object.entries(texts).map(([id, [text]]) => [id, { 'acteurs.yaml': text }])),
  );

  it('each get the diagnostics of their own, and nothing else stops for them', () => {
    const json = atelier(['validate', '--json', '--no-cache'], { cwd });
    endedWell(json, 1);
    const rules = rulesByDossier(json.out);
    for (const [id, [, ...expected]] of Object.entries(texts)) {
      const told = rules.get(id) ?? [];
      expect([id, ...new Set(told.filter((rule) => expected.includes(rule)))]).toEqual([id, ...expected]);
      if (expected.length === 0) expect([id, ...told]).toEqual([id]);
    }
    expect(json.out.length).toBeLessThan(400_000);
    expect(json.peak).toBeLessThan(250);
  });

  it.each([
    ['pretty', ['fr', 'en']],
    ['plain', ['fr', 'en']],
    ['sarif', ['fr']],
    ['github', ['en']],
    ['gitlab', ['fr']],
    ['junit', ['en']],
    ['checkstyle', ['fr']],
  ])('%s says them without a character that acts on a terminal', (format, langs) => {
    for (const lang of langs)
      endedWell(atelier(['validate', '--no-color', '-v', '--format', format, '--lang', lang], { cwd }), 1);
  });

  it('no other command of those that read dossiers does worse', () => {
    for (const [command = '', ...more] of [
      ['compile'],
      ['export', '--lang', 'en'],
      ['compile', '--to', 'md', '--keep-going'],
    ])
      endedWell(atelier([command, ...more, '--out', 'rapports'], { cwd }), 1);
  });
});

const suitePath = new URL('../../shared/suites/yaml-test-suite.json', import.meta.url);
interface SuiteCase {
  readonly id: string;
  readonly yaml: string;
  readonly error: boolean;
}

describe.runIf(existsSync(suitePath))('the YAML Test Suite, each case the stakeholders of a dossier', () => {
  const suite: readonly SuiteCase[] = existsSync(suitePath) ? JSON.parse(readFileSync(suitePath, 'utf8')) : [];
  const idOf = (id: string) => `cas-${id.toLowerCase().replace('/', '-')}`;
  const cwd = workspaceOf(Object.fromEntries(suite.map(({ id, yaml }) => [idOf(id), { 'acteurs.yaml': yaml }])));

  it('every text that is no YAML is told, in one process', () => {
    expect(suite.length).toBe(402);
    const json = atelier(['validate', '--json', '--no-cache'], { cwd });
    endedWell(json, 1);
    expect(json.peak).toBeLessThan(250);
    const rules = rulesByDossier(json.out);
    const errors = suite.filter(({ error }) => error).map(({ id }) => idOf(id));
    expect(errors.length).toBeGreaterThan(90);
    expect(errors.filter((id) => !rules.has(id))).toEqual([]);
    expect(JSON.parse(json.out).summary.dossiers).toBe(402);
  });

  it.each(['fr', 'en'])('in %s, as people read it', (lang) => {
    endedWell(atelier(['validate', '--no-color', '-v', '--lang', lang], { cwd }), 1);
  });
});
if (!existsSync(suitePath)) console.warn('../shared/suites is absent: the YAML Test Suite is not run as dossiers');
