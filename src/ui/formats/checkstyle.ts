import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Format, Report } from './report.ts';
import { byFile, rooted, said, xmlText } from './shown.ts';

/** Checkstyle's XML, which most review tools read: a file with findings is an element, a file without is left out. */
export const checkstyle: Format = (report) => {
  const lines = [...byFile(report.diagnostics)].flatMap(([file, found]) => [
    `  <file name="${xmlText(rooted(report, file))}">`,
    ...found.map((one) => `    ${errorOf(one, report)}`),
    '  </file>',
  ]);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...lines, '</checkstyle>'].join('\n')}\n`;
};

function errorOf({ line, column, severity, rule, message }: Diagnostic, { langue }: Report): string {
  const sentence = xmlText(said(message[langue]));
  return `<error line="${line}" column="${column}" severity="${severity}" message="${sentence}" source="${xmlText(`atelier.${rule}`)}"/>`;
}
