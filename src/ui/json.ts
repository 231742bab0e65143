export { jsonOf } from './formats/json.ts';
export { type Summary, summaryOf } from './formats/report.ts';
