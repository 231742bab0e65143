import { describe, expect, test } from 'vitest';
import { rulesDocText } from '../scripts/generate/rules-doc.ts';
import type { Finding } from '../src/model/diagnostic.ts';
import { rules } from '../src/validate/rules/index.ts';
import { withSeverities } from '../src/validate/severities.ts';
import { diagnose, healthy, healthyId, inWorkspace } from './healthy.ts';

/** What is said of the healthy dossier with some files changed or taken away. */
function saidWith(files: Readonly<Record<string, string | null>>): readonly string[] {
  const all = Object.entries({ ...healthy, ...files }).flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
  return diagnose(Object.fromEntries(all)).map(
    ({ rule, severity, file, line }) => `${severity} ${rule} ${file}:${line}`,
  );
}

const at = (path: string, from: string, to: string) => ({ [path]: (healthy[path] ?? '').replace(from, to) });

describe('one cause is one finding', () => {
  test.each([
    [
      'a misspelt key is not also missing for the phase',
      at('strategie/initiatives/halle.md', 'moyens:', 'moyen:'),
      ['error cle-inconnue strategie/initiatives/halle.md:8'],
    ],
    [
      'a misspelt required key silences nothing else',
      at('dossier.yaml', 'titre:', 'titer:'),
      ['error cle-inconnue dossier.yaml:3'],
    ],
    [
      'a wrong category is not a missing family',
      at('acteurs.yaml', 'chambre_consulaire', 'chambre_consulair'),
      ['error code-inconnu acteurs.yaml:4'],
    ],
    [
      'a wrong role is not a missing commissioning authority',
      at('acteurs.yaml', '[maitrise_ouvrage]', '[maitrise_ouvrag]'),
      ['error code-inconnu acteurs.yaml:2'],
    ],
    [
      'a key swallowed by a hash is not also missing',
      at('echelle.yaml', 'justification: Le', 'justification: #Le'),
      ['warning diese echelle.yaml:2'],
    ],
    [
      'a required key swallowed by a hash is an error',
      at('strategie/vision.md', 'titre: La', 'titre: #La'),
      ['error diese strategie/vision.md:2'],
    ],
    [
      'what an unreadable line would have declared is unknown',
      at('acteurs.yaml', 'ccvd: {', 'ccvd: [{'),
      ['error crochets acteurs.yaml:3'],
    ],
    [
      'a text cut by a colon is not also missing',
      at('strategie/vision.md', 'La plaine', 'La plaine : une'),
      ['error deux-points strategie/vision.md:2'],
    ],
    [
      'a merge conflict is all there is to say of a file',
      at('acteurs.yaml', 'acteurs:\n', '<<<<<<< HEAD\nacteurs:\n=======\n'),
      ['error marqueurs-de-conflit acteurs.yaml:1'],
    ],
    [
      'a wrong date is not outside the calendar',
      at('seances/atelier-1.md', '2026-03-12', '12/03/2025'),
      ['error valeur-mal-ecrite seances/atelier-1.md:3'],
    ],
    [
      'a broken principle may serve any aim',
      at('strategie/principes/habiter-le-bati.md', 'visees: [developpement,', 'visees: [developement,'),
      ['error code-inconnu strategie/principes/habiter-le-bati.md:3'],
    ],
    [
      'a principle without title is known by its name',
      at('strategie/principes/habiter-le-bati.md', 'titre: Habiter d’abord le bâti existant\n', ''),
      ['error cle-manquante strategie/principes/habiter-le-bati.md:2'],
    ],
  ])('%s', (_, files, expected) => {
    expect(saidWith(files)).toEqual(expected);
  });

  test('several causes in one file are each said', () => {
    const text =
      'acteurs:\n  ddtm-14: {organisme: DDTM, categori: etat, roles: [maitre]}\n  ccvd: {organisme: CC, categorie: epic}\n';
    expect(saidWith({ 'acteurs.yaml': text })).toEqual([
      'warning famille-absente acteurs.yaml:1',
      'info habitants-non-associes acteurs.yaml:1',
      'error cle-inconnue acteurs.yaml:2',
      'error code-inconnu acteurs.yaml:2',
      'error code-inconnu acteurs.yaml:3',
    ]);
  });
});

describe('what grows with the phase', () => {
  const phases = ['candidature', 'cadrage', 'diagnostic', 'strategie', 'feuille_de_route', 'restitution', 'suites'];
  const bare = (phase: string, more = '') => ({
    'dossier.yaml': `format: 1\nid: ${healthyId}\ntitre: Plaine\ndispositif: local\nphase: ${phase}\n${more}`,
  });

  test('a dossier of one sheet lacks more at each phase, and never has an error for it', () => {
    const counts = phases.map((phase) => diagnose(bare(phase)));
    for (const found of counts) expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const lengths = counts.map((found) => found.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths[0]).toBeGreaterThan(0);
    expect(new Set(lengths).size).toBeGreaterThan(4);
  });

  test('an atelier of the past has infos in the place of warnings', () => {
    const found = diagnose(bare('suites', 'retrospectif: true\n'));
    expect(found.length).toBe(diagnose(bare('suites')).length);
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('but what is unusual stays a warning', () => {
    const files = {
      ...at('echelle.yaml', 'intercommunale', 'quartier'),
      ...at('dossier.yaml', 'phase:', 'retrospectif: true\nphase:'),
    };
    expect(saidWith(files)).toEqual(['warning echelle-inhabituelle echelle.yaml:1']);
  });

  test('what was sought and not found is excused', () => {
    const excused =
      'inconnus: [calendrier, budget, moa, perimetre, principes, axes, initiatives, suites, enseignements]\n';
    const found = diagnose(bare('suites', excused)).map(({ message }) => message.fr.split(' ')[0]);
    expect(found.toSorted()).toEqual(
      ['acteurs.yaml', 'echelle.yaml', 'strategie/vision.md', 'territoire.yaml', '«', 'à'].toSorted(),
    );
  });
});

describe('references', () => {
  const seance = (acteur: string) => ({ 'seances/atelier-2.md': `---\ntype: atelier\nacteurs: [${acteur}]\n---\n` });
  const messages = (files: Readonly<Record<string, string>>) =>
    diagnose(files).map(({ message, suggestion }) => [message.fr, suggestion]);

  test('the nearest id of the kind is proposed', () => {
    expect(messages({ ...healthy, ...seance('ddtm-41') })).toEqual([
      ['« ddtm-41 » n’est pas un acteur de ce dossier ; vouliez-vous dire « ddtm-14 » ?', 'ddtm-14'],
    ]);
  });

  test('an id of another kind says which', () => {
    expect(messages({ ...healthy, ...seance('sols') })).toEqual([
      ['« sols » est un enjeu de ce dossier, pas un acteur', undefined],
    ]);
  });

  test('a far one names those there are', () => {
    expect(messages({ ...healthy, ...seance('prefecture') })[0]?.[0]).toMatch(/il y a : ddtm-14, ccvd, chambre$/);
  });

  test('a source cited in a text is looked up, at its own characters', () => {
    const found = diagnose({
      ...healthy,
      'diagnostic.md': 'Un fait[^s1], une note[^n].\n\n[^n]: Note de bas de page.\n',
    });
    expect(found.map(({ rule, line, column, endColumn }) => [rule, line, column, endColumn])).toEqual([
      ['reference-inconnue', 1, 8, 13],
    ]);
  });

  test('the session of a lone dossier is an info; in a workspace it is looked up', () => {
    const national = {
      ...healthy,
      ...at('dossier.yaml', 'dispositif: local', 'dispositif: national\nsession: confins-2025'),
    };
    expect(diagnose(national).map(({ severity }) => severity)).toEqual(['info']);
    expect(diagnose(inWorkspace(national)).map(({ severity, suggestion }) => [severity, suggestion])).toEqual([
      ['error', 'confins-2026'],
    ]);
  });

  test('a piece of a theme is followed into its dossier', () => {
    const theme = (piece: string) => ({
      ...inWorkspace(healthy),
      'sessions/confins-2026/themes/habiter.md': `---\ntitre: Habiter\nquestion: Où ?\npieces: [${piece}]\n---\nDeux ateliers.\n`,
    });
    expect(messages(theme(`${healthyId}/principe/habiter-le-bati`))).toEqual([]);
    expect(messages(theme(`${healthyId}/principe/habiter-le-batti`))[0]?.[1]).toBe(
      `${healthyId}/principe/habiter-le-bati`,
    );
    expect(messages(theme(`${healthyId}/principes/habiter-le-bati`))[0]?.[1]).toBe(
      `${healthyId}/principe/habiter-le-bati`,
    );
    expect(messages(theme('plaine-de-cean/principe/habiter-le-bati'))[0]?.[1]).toBe(
      `${healthyId}/principe/habiter-le-bati`,
    );
  });

  test('the criteria of a jury are those of its session', () => {
    const jury = 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine, notes: {ambitoin: 4}}\n';
    expect(messages({ ...inWorkspace(healthy), 'sessions/confins-2026/jury.yaml': jury })[0]?.[1]).toBe('ambition');
  });

  test('a copied folder that kept its id is one mistake, with both places', () => {
    const copy = Object.fromEntries(
      Object.entries(inWorkspace(healthy)).map(([path, text]) => [path.replace(healthyId, 'copie'), text]),
    );
    const found = diagnose({ ...inWorkspace(healthy), ...copy });
    expect(found.map(({ rule, related }) => [rule, related?.length])).toEqual([['id-en-double', 1]]);
  });
});

describe('severities chosen by a workspace', () => {
  const finding = (rule: string, severity: Finding['severity']): Finding => ({
    rule,
    severity,
    file: 'dossier.yaml',
    pointer: '',
    part: 'value',
    message: { fr: '', en: '' },
  });

  test('a rule is turned off, down or up', () => {
    const findings = [
      finding('code-nu', 'info'),
      finding('echelle-inhabituelle', 'warning'),
      finding('source-non-citee', 'info'),
    ];
    const said = withSeverities(findings, { 'code-nu': 'off', 'echelle-inhabituelle': 'error' });
    expect(said.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'echelle-inhabituelle error',
      'source-non-citee info',
    ]);
  });

  test('an error of form stays one: nothing could be compiled from it', () => {
    const findings = [finding('cle-inconnue', 'error'), finding('yaml-illisible', 'error')];
    expect(withSeverities(findings, { 'cle-inconnue': 'off', 'yaml-illisible': 'info' })).toEqual(findings);
  });

  test('a rule called as a method of objects is no rule', () => {
    const findings = [finding('constructor', 'info')];
    expect(withSeverities(findings, {})).toEqual(findings);
  });
});

test('the page of the rules shows each of them, with its examples', () => {
  const page = rulesDocText();
  for (const { id, summary } of rules) {
    expect(page).toContain(`### ${id}\n`);
    expect(page).toContain(summary.fr);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(page).not.toMatch(/[\u0000-\u0008]/);
});
