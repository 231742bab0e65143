import { createHash } from 'node:crypto';
import type { Severity } from '../../model/diagnostic.ts';
import type { Format } from './report.ts';
import { jsonText, lastLine, rooted, said } from './shown.ts';

/** GitLab keeps `critical` and `blocker` for what stops a release: a dossier that is wrong stops its own merge only. */
const severities: Readonly<Record<Severity, 'info' | 'minor' | 'major'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** GitLab's Code Quality report: a list, empty when all is well, each fingerprint unique in it. */
export const gitlab: Format = (report) => {
  const seen = new Map<string, number>();
  return jsonText(
    report.diagnostics.map((diagnostic) => {
      const path = rooted(report, diagnostic.file);
      const key = `${path}\n${diagnostic.fingerprint}`;
      const ordinal = (seen.get(key) ?? 0) + 1;
      seen.set(key, ordinal);
      return {
        description: said(diagnostic.message[report.langue]),
        check_name: diagnostic.rule,
        fingerprint: hashOf(ordinal === 1 ? key : `${key}:${ordinal}`),
        severity: severities[diagnostic.severity],
        location: { path, lines: { begin: diagnostic.line, end: lastLine(diagnostic) } },
      };
    }),
  );
};

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
