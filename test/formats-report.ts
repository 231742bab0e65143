import type { Diagnostic } from '../src/model/diagnostic.ts';
import { type Report, type Suppressed, summaryOf } from '../src/ui/formats/report.ts';
import { rules } from '../src/validate/rules/index.ts';
import { diagnose, healthy, healthyId, inWorkspace } from './healthy.ts';

/** Where the healthy dossier lies in its workspace. */
export const home = `dossiers/${healthyId}`;

/**
 * A dossier in which each severity is spoken, with a suggestion, corrections (one that would show an address), another
 * place in cause, a personal datum, and a file whose name has spaces and an accent.
 */
export const troubled: Readonly<Record<string, string>> = inWorkspace({
  ...healthy,
  'dossier.yaml': changed('dossier.yaml', 'phase: feuille_de_route', 'phase: feuille_de_rout'),
  'territoire.yaml': changed('territoire.yaml', '14119 Cagny', '14119'),
  'acteurs.yaml': `${healthy['acteurs.yaml'] ?? ''}"Voir {0} [ici](https://exemple.fr) | à 100 %": oui\n`,
  'strategie/vision.md': changed('strategie/vision.md', 'La plaine', 'Écrire : prenom.nom@exemple.fr'),
  'strategie/principes/habiter-le-bati.md': changed(
    'strategie/principes/habiter-le-bati.md',
    'Habiter',
    'Un cap : habiter',
  ),
  'strategie/initiatives/halle.md': changed('strategie/initiatives/halle.md', 'ccvd', 'ccdv'),
  'seances/atelier 2 à Caen.md': '---\ntype: atelier\ndate: 2026-03-12\n---\nÉcrire à prenom.nom@exemple.fr\n',
  'notes.yaml': 'a: b\n',
});

function changed(path: string, from: string, to: string): string {
  return (healthy[path] ?? '').replace(from, to);
}

/** A finding with what a test says of it; the rest is ordinary. */
export function found(over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'code-inconnu',
    severity: 'error',
    message: { fr: '« local1 » n’est pas connu', en: '“local1” is not known' },
    file: `${home}/dossier.yaml`,
    pointer: '/dispositif',
    fingerprint: '0123456789abcdef',
    line: 4,
    column: 13,
    endLine: 4,
    endColumn: 19,
    ...over,
  };
}

/** A report over diagnostics as `atelier validate` would make it. */
export function reportOf(diagnostics: readonly Diagnostic[], over: Partial<Report> = {}): Report {
  const files = [...new Set([...diagnostics.map(({ file }) => file), `${home}/echelle.yaml`])].sort();
  return {
    langue: 'fr',
    version: '1.2.3',
    summary: summaryOf(diagnostics, 1, files.length),
    diagnostics,
    suppressed: [],
    files,
    rules: rules.map(({ id, severity, summary, why }) => ({ id, severity, summary, why })),
    prefix: 'examples/national/',
    ...over,
  };
}

let real: readonly Diagnostic[] | undefined;

/** What the checks say of the troubled dossier, and of one finding in each way of not counting. */
export function realReport(over: Partial<Report> = {}): Report {
  real ??= diagnose(troubled);
  const suppressed: readonly Suppressed[] = [
    { diagnostic: found({ line: 2 }), by: 'source', why: 'vu avec prenom.nom@exemple.fr' },
    { diagnostic: found({ severity: 'warning', rule: 'cle-inconnue' }), by: 'baseline' },
  ];
  return reportOf(real, { suppressed, ...over });
}
