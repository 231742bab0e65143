import { describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../src/model/diagnostic.ts';
import { formats } from '../src/ui/formats/index.ts';
import { stepSummary } from '../src/ui/formats/step-summary.ts';
import { commandsIn, tablesIn } from './formats-readers.ts';
import { found, home, realReport, reportOf } from './formats-report.ts';

const many = (n: number, severity: Severity): readonly Diagnostic[] =>
  Array.from({ length: n }, (_, index) => found({ severity, line: index + 1, endLine: index + 1 }));

describe('github', () => {
  test('annotates errors and warnings at their places', () => {
    const commands = commandsIn(formats.github(realReport()));
    const { diagnostics } = realReport();
    expect(commands).toHaveLength(diagnostics.filter(({ severity }) => severity !== 'info').length);
    expect(commands).toContainEqual({
      name: 'error',
      properties: {
        file: `examples/national/${home}/dossier.yaml`,
        line: '5',
        col: '8',
        endLine: '5',
        endColumn: '23',
        title: 'code-inconnu',
      },
      message: '« feuille_de_rout » n’est pas un code connu (phase) ; vouliez-vous dire « feuille_de_route » ?',
    });
    expect(commands.at(-1)?.name).toBe('warning');
    expect(commands.some(({ message }) => message.includes('| à 100 % »'))).toBe(true);
  });

  test('shows what GitHub shows, errors first, and says what is left and where', () => {
    const report = reportOf([...many(12, 'warning'), ...many(3, 'info'), ...many(25, 'error')]);
    const log = formats.github(report);
    const names = commandsIn(log).map(({ name }) => name);
    expect(names).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')]);
    const [last] = log.trimEnd().split('\n').slice(-1);
    expect(last).toBe(
      'Dans le résumé de l’étape, sans annotation : 15\u00a0erreurs, 2\u00a0avertissements, 3\u00a0infos.',
    );
    expect(formats.github({ ...report, langue: 'en' })).toContain(
      '\nIn the summary of the step, without annotation: 15\u00a0errors, 2\u00a0warnings, 3\u00a0infos.\n',
    );
  });

  test('says nothing of the summary when all is annotated', () => {
    expect(
      formats
        .github(reportOf([...many(10, 'error'), ...many(10, 'warning')]))
        .trimEnd()
        .split('\n'),
    ).toHaveLength(20);
  });

  test('gives no columns over several lines', () => {
    const [one] = commandsIn(formats.github(reportOf([found({ line: 2, endLine: 5, endColumn: 1 })])));
    expect(one?.properties).toMatchObject({ line: '2', endLine: '4' });
    expect(Object.keys(one?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
  });

  test('a file name and a message with the signs of a command are read whole', () => {
    const file = 'a,b:c%25 d.yaml';
    const [one] = commandsIn(
      formats.github(reportOf([found({ file, message: { fr: '50 % :: « %0A »', en: '' } })], { prefix: '' })),
    );
    expect(one).toMatchObject({ properties: { file }, message: '50 % :: « %0A »' });
  });
});

describe('the summary of a step', () => {
  test('has all findings in a table, errors first, and the infos folded away', () => {
    const text = stepSummary(realReport());
    expect(text).toMatch(
      /^## Atelier : 8\u00a0erreurs, 1\u00a0avertissement, 1\u00a0info\n\nDans \d+\u00a0fichiers \(1\u00a0dossier\), sans compter 2\u00a0problèmes/,
    );
    const [loud = [], infos = []] = tablesIn(text);
    expect(loud[0]).toEqual(['Gravité', 'Endroit', 'Règle', 'Constat']);
    expect(loud.slice(1).map(([severity]) => severity)).toEqual([...Array(8).fill('erreur'), 'avertissement']);
    expect(loud).toContainEqual([
      'erreur',
      `examples/national/${home}/acteurs.yaml:7:1`,
      'cle-inconnue',
      'la clé « Voir {0} [ici](https://exemple.fr) | à 100 % » n’existe pas ici ; les clés sont : acteurs, instances, participation',
    ]);
    expect(infos.slice(1)).toEqual([
      [
        'info',
        `examples/national/${home}/territoire.yaml:2:12`,
        'code-nu',
        'le nom manque à côté du code : « 14119 Cagny »',
      ],
    ]);
    expect(text).toMatch(/\n<details><summary>Infos<\/summary>\n\n\|[\s\S]+\|\n\n<\/details>\n$/);
  });

  test('makes neither an address nor a pictogram of what is written', () => {
    const text = stepSummary(reportOf([found({ message: { fr: 'https://exemple.fr :tada: @equipe $x$', en: '' } })]));
    expect(text).not.toMatch(/https:\/\/|:tada:|@equipe|\$x/);
    expect(tablesIn(text)[0]?.[1]?.[3]).toBe('https://exemple.fr :tada: @equipe $x$');
  });

  test('is one sentence when all is well', () => {
    expect(stepSummary(reportOf([]))).toBe('Atelier : aucun problème dans 1\u00a0fichier (1\u00a0dossier).\n');
    expect(stepSummary(reportOf([], { langue: 'en' }))).toBe('Atelier: no problem in 1\u00a0file (1\u00a0dossier).\n');
    expect(stepSummary(realReport({ diagnostics: [] }))).toMatch(/^[^\n]+, sans compter 2\u00a0problèmes[^\n]+\.\n$/);
  });

  test('stays below the size that GitHub takes, whole tables, and says what is left', () => {
    const diagnostics = [...many(20_000, 'error'), ...many(20_000, 'info')];
    const text = stepSummary(reportOf(diagnostics));
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(Buffer.byteLength(text)).toBeGreaterThan(990_000);
    const shown = tablesIn(text).reduce((sum, rows) => sum + rows.length - 1, 0);
    const [, left = ''] = /il manque ([\d\u202f]+)\u00a0constats\.\n$/.exec(text) ?? [];
    expect(shown + Number(left.replaceAll('\u202f', ''))).toBe(diagnostics.length);
    expect(stepSummary(reportOf(diagnostics.slice(0, 100)))).not.toContain('il manque');
  });

  test('cut among the infos, it still closes what it opened', () => {
    const text = stepSummary(reportOf([...many(10, 'error'), ...many(20_000, 'info')]));
    expect(text).toMatch(/\n<\/details>\n\nLa liste est coupée/);
    expect(tablesIn(text)).toHaveLength(2);
  });
});
