import type { Finding } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';

/**
 * True where lines were lost in the reading: what they would have said is unknown, and nothing of it is missing. An error that
 * is told at a place of the data takes that place alone; one in the text below the data takes nothing of it.
 */
export function lostLines({ findings, bodyStart, body }: Pick<SourceFile, 'findings' | 'bodyStart' | 'body'>): boolean {
  const below = ({ span }: Finding): boolean => body !== '' && span !== undefined && span[0] >= bodyStart;
  return findings.some(
    (finding) =>
      finding.severity === 'error' && finding.pointer === '' && !harmless.has(finding.rule) && !below(finding),
  );
}

/** A wrong fence and a directive are passed over: all that stands between them is read. */
const harmless: ReadonlySet<string> = new Set(['en-tete-absent', 'etiquette-yaml']);
