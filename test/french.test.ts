import { describe, expect, test } from 'vitest';
import { placeAt } from '../src/load/place.ts';
import { edited } from '../src/load/traps.ts';
import { readYaml } from '../src/load/yaml.ts';
import type { Shape } from '../src/model/shape.ts';

const free: Shape = { scalar: 'text', prose: true };
const code: Shape = { scalar: 'text' };
const shape: Shape = {
  keys: {
    titre: free,
    note: free,
    code,
    annee: { scalar: 'number' },
    enjeux: { items: free },
    communes: { items: code },
    lieu: { keys: { titre: free } },
    participants: { others: { scalar: 'number' }, names: ['elus', 'techniciens', 'total'] },
    acteur: { keys: { organisme: free }, required: ['organisme'] },
  },
  others: { others: code, items: code },
};

/** What an author typed; the one finding expected, as `line:column rule`; and the text once repaired, when it can be. */
const table: readonly (readonly [typed: string, found: string, repaired?: string])[] = [
  // Colons
  ["titre: Habiter l'orée : des bourgs\n", '1:23 deux-points', 'titre: "Habiter l\'orée : des bourgs"\n'],
  ['titre: Trois enjeux :\n', '1:21 deux-points', 'titre: "Trois enjeux :"\n'],
  ['enjeux:\n  - Caen : la ville\n  - autre\n', '2:10 deux-points', 'enjeux:\n  - "Caen : la ville"\n  - autre\n'],
  ['enjeux: [Habiter : vivre, b]\n', '1:18 deux-points', 'enjeux: ["Habiter : vivre", b]\n'],
  ['enjeux: [a : b : c, d]\n', '1:16 deux-points', 'enjeux: ["a : b : c", d]\n'],
  ['lieu: {titre: Un : deux}\n', '1:18 deux-points', 'lieu: {titre: "Un : deux"}\n'],
  ['titre: un\n  suite : fin\nnote: x\n', '2:9 deux-points', 'titre: "un\n  suite : fin"\nnote: x\n'],
  ['titre: a : b\n  suite : c\n  fin\nnote: x\n', '1:10 deux-points', 'titre: "a : b\n  suite : c\n  fin"\nnote: x\n'],
  ['titre:Habiter\nnote: x\n', '1:6 deux-points', 'titre: Habiter\nnote: x\n'],
  [
    'titre: Un\u202f: deux : trois\r\nnote: x\r\n',
    '1:11 deux-points',
    'titre: "Un\u202f: deux : trois"\r\nnote: x\r\n',
  ],
  // Apostrophes and quotation marks
  ["titre: 'L'orée'\n", '1:8 apostrophe', 'titre: "L\'orée"\n'],
  ["titre: 'Habiter\nnote: l'eau\n", '1:8 apostrophe', 'titre: "Habiter"\nnote: l\'eau\n'],
  ['titre: "Le "Grand" projet"\n', '1:8 apostrophe', 'titre: \'Le "Grand" projet\'\n'],
  ['titre: "Grand" et "petit"\n', '1:8 apostrophe', 'titre: \'"Grand" et "petit"\'\n'],
  ['titre: "Projet" de ville\n', '1:8 apostrophe', 'titre: \'"Projet" de ville\'\n'],
  ['titre: "Ouvert\nnote: x\n', '1:8 apostrophe', 'titre: "Ouvert"\nnote: x\n'],
  ['titre: "Ouvert\n  sur deux lignes\nnote: x\n', '1:8 apostrophe'],
  ['titre: "C:\\dossier"\n', '1:11 apostrophe', "titre: 'C:\\dossier'\n"],
  ["enjeux: ['l'eau', b]\n", '1:10 apostrophe', 'enjeux: ["l\'eau", b]\n'],
  ["enjeux:\n  - 'l'eau'\n  - b\n", '2:5 apostrophe', 'enjeux:\n  - "l\'eau"\n  - b\n'],
  // Signs of YAML
  ['titre: [Projet] Habiter\n', '1:8 crochets', 'titre: "[Projet] Habiter"\n'],
  ['titre: [À compléter]\n', '1:8 crochets', 'titre: "[À compléter]"\n'],
  ['titre: {nom}\n', '1:8 crochets', 'titre: "{nom}"\n'],
  ['titre: *Habiter* autrement\n', '1:8 crochets', 'titre: "*Habiter* autrement"\n'],
  ['titre: *Habiter*\n', '1:8 crochets', 'titre: "*Habiter*"\n'],
  ['titre: !Attention aux crues\n', '1:8 crochets', 'titre: "!Attention aux crues"\n'],
  ['titre: & autres\n', '1:8 crochets', 'titre: "& autres"\n'],
  ['titre: &Co et cie\n', '1:8 crochets', 'titre: "&Co et cie"\n'],
  ['note: > 500 habitants\n', '1:7 crochets', 'note: "> 500 habitants"\n'],
  ['note: >500\n', '1:7 crochets', 'note: ">500"\n'],
  ['note: | bis\n', '1:7 crochets', 'note: "| bis"\n'],
  ['note: @mairie\n', '1:7 crochets', 'note: "@mairie"\n'],
  ['note: `x`\n', '1:7 crochets', 'note: "`x`"\n'],
  ['note: %\n', '1:7 crochets', 'note: "%"\n'],
  ['note: - un\n', '1:7 crochets'],
  ['communes: [b]]\n', '1:14 crochets'],
  ['communes: [b,, c]\n', '1:14 crochets'],
  ['communes: [a, b\ntitre: d\n', '1:11 crochets'],
  ['communes: [a "b"]\n', ''],
  ['lieu: {titre: b\nnote: d\n', '1:7 crochets'],
  ['communes: [a, b\nenjeux: [c, d]\n', '1:11 crochets'],
  ['lieu: {titre: b\nenjeux: [c, d]\nnote: e\n', '1:7 crochets'],
  // What lacks between brackets and braces
  ['participants: {elus:14, techniciens: 9}\n', '1:20 deux-points', 'participants: {elus: 14, techniciens: 9}\n'],
  ['lieu: {titre:Habiter}\n', '1:13 deux-points', 'lieu: {titre: Habiter}\n'],
  ['participants: {14 elus, techniciens: 9}\n', '1:16 deux-points'],
  ['participants: {elus: , techniciens: 9}\n', ''],
  ['participants:\n  elus:\n  total: 3\n', ''],
  ['participants:\n  eluss:\n  total: 3\n', '2:3 code-inconnu'],
  [
    'participants: {elus: 14; techniciens: 9; total: 3}\n',
    '1:24 crochets',
    'participants: {elus: 14, techniciens: 9, total: 3}\n',
  ],
  ['lieu: {titre: Un ; deux : trois}\n', '1:25 deux-points', 'lieu: {titre: "Un ; deux : trois"}\n'],
  ['communes: [03127 Hérisson; 03185 Montluçon]\n', '1:26 crochets', 'communes: [03127 Hérisson, 03185 Montluçon]\n'],
  ['enjeux: [un ; deux]\n', ''],
  // A value where a list, or numbers by name, are expected; a key that must have a value
  ['communes: 03127 Hérisson\n', '1:11 forme-attendue', 'communes: [03127 Hérisson]\n'],
  [
    'communes: 03127 Hérisson; 03185 Montluçon\n',
    '1:11 forme-attendue',
    'communes: [03127 Hérisson, 03185 Montluçon]\n',
  ],
  ['communes: 200 Nom, et suite\n', '1:11 forme-attendue', 'communes: ["200 Nom, et suite"]\n'],
  ["enjeux: l'eau, la terre\n", '1:9 forme-attendue', 'enjeux: ["l\'eau, la terre"]\n'],
  ['communes: accueil@exemple.fr\n', ''],
  ['participants: ~60\n', '1:15 forme-attendue', 'participants: {total: ~60}\n'],
  ['acteur:\n  organisme:\n', '2:3 cle-manquante'],
  // A list where one code is expected is the schema's to say: quoted, it would be a code that is none
  ['code: [a, b]\n', ''],
  ['code: [03127 Hérisson] # relu\n', '1:7 forme-attendue', 'code: 03127 Hérisson # relu\n'],
  ['code: {court: 1}\n', ''],
  // Spaces
  ['lieu:\n\ttitre: x\n', '2:1 tabulation', 'lieu:\n  titre: x\n'],
  ['enjeux:\n\t- a\n\t- b\nnote: x\n', '2:1 tabulation', 'enjeux:\n  - a\n  - b\nnote: x\n'],
  ['enjeux:\n  - a\n\t- b\n', '3:1 tabulation', 'enjeux:\n  - a\n  - b\n'],
  ['titre\u00a0: x\n', '1:1 yaml-illisible', 'titre: x\n'],
  ['titre:\u00a0x\nnote: y\n', '1:6 yaml-illisible', 'titre: x\nnote: y\n'],
  ['communes:\n- a\n-b\n', '3:1 yaml-illisible', 'communes:\n- a\n- b\n'],
  ['titre: un\n  note: deux\n', '2:3 yaml-illisible'],
  ['lieu:\n  titre: a\n note: b\n', '3:2 yaml-illisible'],
  ['titre: A\nceci est du texte\nnote: y\n', '2:1 yaml-illisible'],
  // Comments
  ['titre: Le projet #3\n', '1:18 diese', 'titre: "Le projet #3"\n'],
  ['titre: #3 des enjeux\n', '1:8 diese', 'titre: "#3 des enjeux"\n'],
  ['titre: Le projet # de ville\n', '1:18 diese'],
  ['titre: Le projet  # relu en mars\n', ''],
  ['titre: Habiter # relu\n', ''],
  ['code: 14119 Cagny # relu\n', ''],
  ['communes: [a, b] # relu\n', ''],
  ['annee: 2024 # relu\n', ''],
  // What a dossier does without
  ['titre: a\nnote: b\ntitre: c\n', '3:1 cle-en-double'],
  ['base: &x a\nautre: *x\n', '1:7 ancre-ou-alias+2:8 ancre-ou-alias'],
  ['<<: x\n', '1:1 ancre-ou-alias'],
  ['code: !!str 3\n', '1:7 etiquette-yaml'],
  ['%YAML 1.1\n---\ntitre: a\n', '1:1 etiquette-yaml', '---\ntitre: a\n'],
  ['titre: a\n---\ntitre: b\n', '2:1 plusieurs-documents'],
  ['titre: a\n---\n', '2:1 plusieurs-documents', 'titre: a\n'],
  ['enjeux:\n  - a\n  -\n  - b\n', '3:3 element-vide'],
  ['communes: [a, ~]\n', '1:15 element-vide'],
  ['{{ nom }}: x\n', '1:1 yaml-illisible'],
  [': x\n', '1:1 yaml-illisible'],
  ['titre: l\u0092eau\n', '1:9 fichier-illisible', 'titre: l’eau\n'],
  ['titre: a\u000bb\n', '1:9 fichier-illisible', 'titre: a b\n'],
  ['titre: a\n<<<<<<< HEAD\nnote: b\n=======\nnote: c\n>>>>>>> autre\n', '2:1 marqueurs-de-conflit'],
  ['note: |\n  Titre\n  =======\n', ''],
];

function placesOf(text: string): string {
  const { findings } = readYaml(text, shape);
  return findings
    .map(({ rule, span }) => {
      const { line, column } = placeAt(text, ...span);
      return `${line}:${column} ${rule}`;
    })
    .join('+');
}

describe('the traps that authors fall into', () => {
  test.each(table.map(([typed, expected, repaired]) => ({ typed, expected, repaired })))('$typed', (row) => {
    const { typed, expected, repaired } = row;
    expect(placesOf(typed)).toBe(expected);
    const fix = readYaml(typed, shape).findings.flatMap((finding) => finding.fix ?? []);
    expect(fix.length > 0 ? edited(typed, fix) : undefined).toBe(repaired);
    if (repaired !== undefined) expect(readYaml(repaired, shape)).toMatchObject({ ok: true, findings: [] });
  });

  test('several causes in one text are each told once, with fixes that go together', () => {
    const typed = "titre: a : b\nnote: 'L'or'\nlieu:\n\ttitre: x\ncommunes: [a]\ncommunes: [b]\n";
    expect(placesOf(typed)).toBe('1:10 deux-points+2:7 apostrophe+4:1 tabulation+6:1 cle-en-double');
    const fixes = readYaml(typed, shape).findings.flatMap(({ fix }) => fix ?? []);
    expect(edited(typed, fixes)).toBe(
      'titre: "a : b"\nnote: "L\'or"\nlieu:\n  titre: x\ncommunes: [a]\ncommunes: [b]\n',
    );
  });

  test('no sentence of a library shows, and every sentence is in both languages', () => {
    for (const [typed] of table)
      for (const { message } of readYaml(typed, shape).findings) {
        expect(message.fr).not.toMatch(/mapping|indentation|scalar|stream|flow|expected|\{\w+\}/);
        expect(message.en).not.toMatch(/mapping|scalar|stream|\{\w+\}/);
        expect(message.fr).not.toBe(message.en);
      }
  });

  test('what was typed without its space is read as it was meant', () => {
    expect(readYaml('participants: {elus:14, techniciens: 9}\n', shape)).toMatchObject({
      value: { participants: { elus: 14, techniciens: 9 } },
      findings: [{ pointer: '/participants/elus' }],
    });
  });

  test('a list where a code is expected is read as a list', () => {
    expect(readYaml('code: [a, b]\n', shape)).toMatchObject({ ok: true, value: { code: ['a', 'b'] } });
  });

  test('the sentence names what is cut', () => {
    const [first] = readYaml("titre: Habiter l'orée : des bourgs\n", shape).findings;
    expect(first?.message).toEqual({
      fr: '« : » coupe le titre : entourez le texte de guillemets',
      en: '“:” cuts the title: put the text between quotation marks',
    });
  });

  test('a text that cannot be quoted away keeps what could be read', () => {
    expect(readYaml('titre: a\nenjeux:\n  - Caen : la ville\ntitre: c\n', shape)).toMatchObject({
      ok: false,
      value: { titre: 'a', enjeux: ['Caen : la ville'] },
    });
  });

  test('double keys say where the first one is', () => {
    const [finding] = readYaml('titre: a\ntitre: b\n', shape).findings;
    expect(finding).toMatchObject({ pointer: '/titre', part: 'key', related: [{ span: [0, 5] }] });
    expect(finding?.message.fr).toContain('ligne 1');
  });

  test('more than a hundred levels are one finding', () => {
    const { findings } = readYaml('['.repeat(150), shape);
    expect(findings.map(({ message }) => message.fr)).toEqual(['plus de 100 niveaux imbriqués']);
  });

  test('front matter stands further on in its file: spans and fixes follow', () => {
    const [finding] = readYaml('titre: a : b\n', shape, 4).findings;
    expect(finding).toMatchObject({ span: [13, 14], fix: [{ start: 11, end: 16, text: '"a : b"' }] });
  });
});
