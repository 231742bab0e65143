// One report of the examples as a PDF, in a process of its own: `node --import tsx test/pdf-elsewhere.ts <id> <file>`.
import { writeFileSync } from 'node:fs';
import { pdfOf } from './pdf-made.ts';
import { realReports } from './report/composed.ts';

const [id, path] = process.argv.slice(2);
const report = realReports().find((one) => one.id === id);
if (report === undefined || path === undefined) throw new Error('node test/pdf-elsewhere.ts <id> <file>');
writeFileSync(path, await pdfOf(report.pictures, report.frame));
