import { describe, expect, test } from 'vitest';
import { diagnose, healthy } from './healthy.ts';

/** What is said of the healthy dossier with some files changed, added or (null) taken away. */
function saidWith(files: Readonly<Record<string, string | null>>): readonly (readonly [string, string | undefined])[] {
  const all = Object.entries({ ...healthy, ...files }).flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
  return diagnose(Object.fromEntries(all)).map(
    ({ rule, severity, file, line, suggestion }) => [`${severity} ${rule} ${file}:${line}`, suggestion] as const,
  );
}

/** The same file under another name. */
const moved = (from: string, to: string) => ({ [from]: null, [to]: healthy[from] ?? '' });

const principe = 'strategie/principes/habiter-le-bati.md';
const initiative = 'strategie/initiatives/halle.md';

describe('the name of a file that should be an id', () => {
  test.each([
    ['Habiter le bâti.md', 'habiter-le-bati.md'],
    ['habiter_le_bati.md', 'habiter-le-bati.md'],
    ['hâbiter-le-bati.md', 'habiter-le-bati.md'],
    ['Habiter-Le-Bati.md', 'habiter-le-bati.md'],
  ])('%s is one finding, and references to what it should be are none', (name, right) => {
    const path = `strategie/principes/${name}`;
    expect(saidWith(moved(principe, path))).toEqual([[`error identifiant-mal-ecrit ${path}:1`, right]]);
  });

  test('a copy keeps a name of its own', () => {
    const path = 'strategie/initiatives/halle (copie).md';
    expect(saidWith({ [path]: (healthy[initiative] ?? '').replace('Une halle', 'Une autre halle') })).toEqual([
      [`error identifiant-mal-ecrit ${path}:1`, 'halle-copie.md'],
    ]);
  });

  test('a badly written key is one finding, and is proposed as it is to be written', () => {
    const acteurs = (healthy['acteurs.yaml'] ?? '').replace('ccvd:', 'CCVD:');
    expect(saidWith({ 'acteurs.yaml': acteurs })).toEqual([['error identifiant-mal-ecrit acteurs.yaml:3', 'ccvd']]);
    const other = (healthy[initiative] ?? '').replace('ccvd', 'ccvx');
    expect(saidWith({ 'acteurs.yaml': acteurs, [initiative]: other })).toEqual([
      ['error identifiant-mal-ecrit acteurs.yaml:3', 'ccvd'],
      [`error reference-inconnue ${initiative}:7`, 'ccvd'],
    ]);
  });
});

describe('a file that is missing or misnamed is one finding', () => {
  test.each([
    ['territoire.yaml', 'territoires.yaml'],
    ['territoire.yaml', 'territoire.yml'],
    ['territoire.yaml', 'Territoire.YAML'],
    ['acteurs.yaml', 'acteurs (1).yaml'],
    ['acteurs.yaml', 'acteurs - Copie.yaml'],
    [initiative, 'initiatives/halle.md'],
    [initiative, 'strategie/initiative/halle.md'],
    [initiative, 'strategie/initiatives/Halle.MD'],
    [principe, 'principes/habiter-le-bati.md'],
  ])('%s as %s', (right, wrong) => {
    expect(saidWith(moved(right, wrong))).toEqual([[`error fichier-manquant ${wrong}:1`, right]]);
  });

  test('beside the right one, it is a file that nobody reads', () => {
    expect(saidWith({ 'acteurs (1).yaml': healthy['acteurs.yaml'] ?? '' })).toEqual([
      ['warning fichier-inconnu acteurs (1).yaml:1', 'acteurs.yaml'],
    ]);
  });

  test('what an absent file would declare is told once', () => {
    const seance = '---\ntype: atelier\nacteurs: [ddtm-14, ccvd, chambre]\n---\n';
    const files: Record<string, string> = { ...healthy, 'seances/atelier-2.md': seance };
    delete files['acteurs.yaml'];
    const lost = diagnose(files).filter(({ rule }) => rule === 'reference-inconnue');
    expect(lost.map(({ message }) => message.fr)).toEqual([
      'il manque acteurs.yaml : « ddtm-14 » n’est pas un acteur de ce dossier, qui n’en a pas encore ; 3 autres références sont dans ce cas',
    ]);
  });

  test('so is an emptied dossier.yaml, whatever cites its sources', () => {
    const files = { ...healthy, 'dossier.yaml': '', 'diagnostic.md': 'Un fait[^s1], un autre[^s2].\n' };
    expect(diagnose(files).map(({ rule, message }) => [rule, message.fr])).toEqual([
      ['cle-manquante', 'il n’y a rien dans ce fichier : il y faut au moins format, id, titre, dispositif, phase'],
    ]);
  });
});

describe('one cause across files is one finding', () => {
  const dossier = healthy['dossier.yaml'] ?? '';

  test('dates the wrong way round put no session outside them', () => {
    const turned = dossier.replace('debut: 2026-01, fin: 2026-11', 'debut: 2026-11, fin: 2026-01');
    expect(saidWith({ 'dossier.yaml': turned })).toEqual([['error dates-inversees dossier.yaml:7', undefined]]);
  });

  test('another dispositif is one finding a file, that names the keys', () => {
    const candidature =
      'porteurs: La CC\nlocalisation: À l’est\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\n';
    const files = {
      ...healthy,
      'dossier.yaml': dossier.replace('dispositif: local', 'dispositif: flash'),
      'candidature.yaml': candidature,
    };
    const found = diagnose(files).filter(({ rule }) => rule === 'cle-hors-dispositif');
    expect(found.map(({ file, line }) => [file, line])).toEqual([['candidature.yaml', 1]]);
    for (const key of ['porteurs', 'objet', 'dynamiques_amenagement']) expect(found[0]?.message.fr).toContain(key);
  });
});
