import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Report } from '../../ui/formats/report.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { fillIn, type Text } from '../../words/text.ts';

/** The last line: the counts, what could be mended, how long it took, and the next useful command. */
export function summaryLine(report: Report, seconds: number, session: Session): string {
  const { diagnostics, suppressed, summary } = report;
  const { errors, warnings, infos, files } = summary;
  const mendable = (severity: Diagnostic['severity']) =>
    diagnostics.filter((one) => one.fix !== undefined && one.severity === severity).length;
  const [mendableErrors, mendableWarnings] = [mendable('error'), mendable('warning')];
  const time = seconds.toFixed(1);
  const text = fillIn(summarySentence, {
    erreurs: count(errors, 'erreur', 'error'),
    reparables: mendableWords(mendableErrors),
    avertissements: count(warnings, 'avertissement', 'warning'),
    aussi: mendableWords(mendableWarnings),
    infos: infos === 0 || session.verbose ? nothing : fillIn(hidden, { infos: count(infos, 'info', 'info') }),
    base: apart(suppressed.filter(({ by }) => by === 'baseline').length, known),
    ignores: apart(suppressed.filter(({ by }) => by === 'source').length, ignored),
    fichiers: count(files, 'fichier', 'file'),
    temps: { fr: `${time.replace('.', ',')} s`, en: `${time} s` },
  });
  const paint = errors > 0 ? session.errColour.red : warnings > 0 ? session.errColour.yellow : session.errColour.green;
  return `${paint(say(session, text))}${say(session, nextStep(errors + warnings, mendableErrors + mendableWarnings))}`;
}

/** Beside the count that it is part of. */
function mendableWords(n: number): Text {
  return n === 0 ? nothing : { fr: ` dont ${n} réparable${n > 1 ? 's' : ''}`, en: ` (${n} fixable)` };
}

function apart(n: number, words: (n: number) => Text): Text {
  return n === 0 ? nothing : words(n);
}

const nothing: Text = { fr: '', en: '' };
const hidden = { fr: ' · {infos} (-v les montre)', en: ' · {infos} (-v shows them)' };
const known = (n: number): Text => ({ fr: ` · ${n} dans la base`, en: ` · ${n} in the baseline` });
const ignored = (n: number): Text => ({ fr: ` · ${n} ignoré${n > 1 ? 's' : ''}`, en: ` · ${n} ignored` });

function nextStep(problems: number, mendable: number): Text {
  if (mendable > 0) return { fr: '  Suite : atelier validate --fix', en: '  Next: atelier validate --fix' };
  if (problems > 0) return { fr: '  Suite : atelier explain <règle>', en: '  Next: atelier explain <rule>' };
  return { fr: '  Suite : atelier compile', en: '  Next: atelier compile' };
}

function count(n: number, french: string, english: string): Text {
  return { fr: `${n} ${french}${n > 1 ? 's' : ''}`, en: `${n} ${english}${n === 1 ? '' : 's'}` };
}

const summarySentence = {
  fr: '{erreurs}{reparables} · {avertissements}{aussi}{infos}{base}{ignores} · {fichiers} · {temps}.',
  en: '{erreurs}{reparables} · {avertissements}{aussi}{infos}{base}{ignores} · {fichiers} · {temps}.',
};
