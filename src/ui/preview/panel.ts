import type { Severity } from '../../model/diagnostic.ts';
import { escapeHtml, printable } from '../../words/escape.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import { countWords, said, severityWords } from '../formats/shown.ts';
import { panelStyle } from './style.ts';
import { previewWords as words } from './words.ts';

/** A problem as the page lists it. */
export interface Problem {
  readonly severity: Severity;
  /** `file:line:column`, as it can be pasted into a terminal; '' where no line is meant. */
  readonly where: string;
  readonly message: Text;
  /** What `atelier explain` takes; null for what no rule found. */
  readonly rule: string | null;
}

/** What stands at the foot of a page of the preview. */
export interface Panel {
  readonly langue: Langue;
  readonly problems: readonly Problem[];
  /** `stale`: the report is an earlier one, from before the errors; `absent`: there has been none yet. */
  readonly state: 'fresh' | 'stale' | 'absent';
  /** Where the list of dossiers is; null where there is one dossier only. */
  readonly home: string | null;
}

/** More than a page needs: the first ones are mended first. */
const most = 200;

/**
 * The panel, in a tree of its own (shadow DOM): its style and that of the report, a user's own too, do not touch.
 * @returns HTML, every word in it escaped
 */
export function panelHtml(panel: Panel): string {
  const { langue, problems, home } = panel;
  const state = stateSentence(panel);
  const attributes = { state, lost: words.lost[langue], gone: words.gone[langue] };
  const data = Object.entries(attributes).map(([name, text]) => ` data-${name}="${escapeHtml(text)}"`);
  const link = home === null ? '' : `<a href="${escapeHtml(home)}">${words.all[langue]}</a>`;
  return `<atelier-apercu${data.join('')}><template shadowrootmode="open"><style>${panelStyle}</style>
<section lang="${langue}" aria-label="${words.preview[langue]}">
<div class="ligne"><p><b>${words.preview[langue]}</b> <span role="status" aria-live="polite">${escapeHtml(state)}</span></p>${link}</div>
<div class="problemes">${listHtml(problems, langue)}</div>
</section></template></atelier-apercu>`;
}

/** What the page shows, in one sentence; it is read aloud each time that it changes, and the list is not. */
function stateSentence({ problems, state, langue }: Panel): string {
  return fillIn(words[state], { compte: problemCount(problems, langue) })[langue];
}

/** `2 erreurs, 1 avertissement`, or that there is none. */
export function problemCount(problems: readonly Problem[], langue: Langue): string {
  const of = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  const counts = countWords({ errors: of('error'), warnings: of('warning'), infos: of('info') }, langue);
  return counts === '' ? words.none[langue] : counts;
}

/** Unfolded where there are errors: then something is to be done. */
function listHtml(problems: readonly Problem[], langue: Langue): string {
  if (problems.length === 0) return '';
  const open = problems.some(({ severity }) => severity === 'error') ? ' open' : '';
  const items = problems.slice(0, most).map((problem) => itemHtml(problem, langue));
  const left = problems.length - items.length;
  const more = left > 0 ? `<p>${fillIn(words.more, { n: left })[langue]}</p>` : '';
  return `<details${open}><summary>${words.problems[langue]} (${problems.length})</summary>
<div class="liste" role="region" aria-label="${words.problems[langue]}" tabindex="0"><ul>
${items.join('\n')}
</ul>${more}</div></details>`;
}

function itemHtml({ severity, where, message, rule }: Problem, langue: Langue): string {
  const place = where === '' ? '' : `<code>${escapeHtml(printable(where))}</code> `;
  const name = rule === null ? '' : ` <small>${escapeHtml(printable(rule))}</small>`;
  const text = escapeHtml(said(message[langue]));
  return `<li class="${severity}"><strong>${severityWords[severity][langue]}</strong> ${place}<span>${text}</span>${name}</li>`;
}
