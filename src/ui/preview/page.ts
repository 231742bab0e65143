import { createHash } from 'node:crypto';
import { escapeHtml, printable } from '../../words/escape.ts';
import type { Langue } from '../../words/text.ts';
import { type Panel, type Problem, panelHtml, problemCount } from './panel.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';
import { previewWords as words } from './words.ts';

/** A page that the server gives. */
export interface PreviewPage {
  /** What changes when anything on the page does. */
  readonly version: string;
  /** The page, its one script allowed by this word. */
  readonly html: (nonce: string) => string;
}

/** A dossier in the list. */
export interface Listed {
  readonly title: string;
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** A compiled report, as it is, with the panel after it. */
export function reportPage(report: string, panel: Panel): PreviewPage {
  return pageOf(withoutPolicy(report), panel);
}

/** What stands in the place of a report that could not be compiled yet. */
export function absentPage(title: string, panel: Panel): PreviewPage {
  const { langue } = panel;
  const body = `<h1>${escapeHtml(printable(title))}</h1><p>${words.noReport[langue]}</p>`;
  return pageOf(ownPage(title, langue, body), panel);
}

/** The dossiers, in their order, each with how it is. */
export function listPage(dossiers: readonly Listed[], panel: Panel): PreviewPage {
  const { langue } = panel;
  const items = dossiers.map(({ title, path, problems }) => {
    const count = escapeHtml(problemCount(problems, langue));
    const shown = problems.some(({ severity }) => severity === 'error') ? `<strong>${count}</strong>` : count;
    return `<li><a href="${escapeHtml(path)}">${escapeHtml(printable(title))}</a><p>${shown}</p></li>`;
  });
  const list = items.length === 0 ? `<p>${words.noDossier[langue]}</p>` : `<ul>\n${items.join('\n')}\n</ul>`;
  return pageOf(ownPage(words.dossiers[langue], langue, `<h1>${words.dossiers[langue]}</h1>\n${list}`), panel);
}

/** The panel comes last: a reader of the page alone misses nothing, and a template without `<body>` still does. */
function pageOf(page: string, panel: Panel): PreviewPage {
  const foot = panelHtml(panel);
  const version = createHash('sha256').update(page).update(foot).digest('hex').slice(0, 16);
  const marked = foot.replace('<atelier-apercu', `<atelier-apercu data-version="${version}"`);
  const whole = `${page.trimEnd().replace(/<\/body>\s*<\/html>$/i, '')}\n${marked}\n`;
  return { version, html: (nonce) => `${whole}<script nonce="${nonce}">${pageScript}</script>\n</body>\n</html>\n` };
}

/** A report allows no script at all, by a policy in its head: here the server's own, which allows one, stands for it. */
function withoutPolicy(report: string): string {
  const head = report.search(/<\/head>/i);
  const policy = /<meta\s[^>]*\bhttp-equiv\s*=\s*["']?content-security-policy\b[^>]*>\n?/gi;
  return report.slice(0, Math.max(head, 0)).replace(policy, '') + report.slice(Math.max(head, 0));
}

function ownPage(title: string, langue: Langue, body: string): string {
  return `<!doctype html>
<html lang="${langue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(printable(title))} · ${words.preview[langue]}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
