import type { Severity } from '../../src/model/diagnostic.ts';
import type { Example, Rule } from '../../src/validate/rule.ts';
import { rules } from '../../src/validate/rules/index.ts';

/**
 * The page of the rules, from the rules themselves.
 * @returns the text of `docs/regles.md`
 */
export function rulesDocText(): string {
  return [head(), ...parts.flatMap(([title, intro, reads]) => [`## ${title}\n\n${intro}\n`, ...pagesOf(reads)])].join(
    '\n',
  );
}

const parts: readonly (readonly [title: string, intro: string, reads: readonly Rule['reads'][]])[] = [
  ['Lecture', 'Ce qui empêche de lire un fichier, ou le ferait lire de travers.', ['lecture']],
  ['Forme', 'Ce qui n’est pas conforme au format ; voir [format.md](format.md).', ['schema']],
  [
    'Fond',
    'Ce que le programme et le droit attendent d’un dossier.',
    ['champ', 'part', 'texte', 'dossier', 'fichiers', 'espace'],
  ],
];

const severities: Readonly<Record<Severity, string>> = {
  error: 'erreur',
  warning: 'avertissement',
  info: 'information',
};

function head(): string {
  const rows = rules.map(
    ({ id, severity, summary }) => `| [${id}](#${id}) | ${severities[severity]} | ${summary.fr} |`,
  );
  return `<!-- Écrit par \`npm run generate\` d’après src/validate/rules. Ne pas modifier. -->

# Les règles

Ce que \`atelier validate\` dit d’un dossier, règle par règle ; \`atelier explain <règle>\` affiche la même page.

- **Erreur** : le dossier est faux, rien n’en est compilé. **Avertissement** : inhabituel, ou incomplet pour sa phase. **Information** : bon à savoir.
- Une règle de *complétude* ne donne qu’une information pour un atelier du passé (\`retrospectif: true\`).
- La gravité d’une règle se change dans \`atelier.yaml\` : \`regles: {code-nu: off}\` (\`off\`, \`info\`, \`warning\`, \`error\`). Une erreur de lecture ou de forme reste une erreur.

| règle | gravité | en bref |
|---|---|---|
${rows.join('\n')}
`;
}

function pagesOf(reads: readonly Rule['reads'][]): readonly string[] {
  return rules.filter((rule) => reads.includes(rule.reads)).map(page);
}

function page({ id, severity, summary, why, bad, good, completeness }: Rule): string {
  const kind = completeness ? `${severities[severity]}, complétude` : severities[severity];
  const place = bad.at === undefined ? `ligne ${bad.line}` : `dit dans ${bad.at}, ligne ${bad.line}`;
  return `### ${id}

*${kind}* — ${summary.fr}

${why.fr}

À éviter (${place}) :

${shown(bad)}

Juste :

${shown(good)}
`;
}

/** An example as a block of code, under the name of its file. What would break the page is shown as people write it. */
function shown({ file, text }: Example): string {
  const lang = file.endsWith('.md') ? 'markdown' : 'yaml';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: one example shows such a character
  const visible = text.replace(/[\u0000-\u0008]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `\`${file}\`\n\n\`\`\`${lang}\n${visible.trimEnd()}\n\`\`\``;
}
