import { resolve } from 'node:path';
import { checkPaths, usable } from '../../src/commands/prepare.ts';
import { reportContext } from '../../src/commands/report-context.ts';
import type { Plan } from '../../src/compile/report/plan.ts';
import { type Composed, compose, pictured } from '../../src/compile/report/report.ts';
import type { MarkdownTree } from '../../src/model/markdown.ts';
import type { Text } from '../../src/words/text.ts';

/** A report of an example, ready to be written in any format. */
export interface RealReport extends Composed {
  readonly id: string;
  /** The text with its pictures inside it. */
  readonly pictures: MarkdownTree;
  readonly remarks: readonly Text[];
}

/** The reports of the four real ateliers and of the model, in this order of folders; or another plan of each. */
export function realReports(langue: 'fr' | 'en' = 'fr', plan?: Plan): readonly RealReport[] {
  return ['examples/national', 'examples/modele'].flatMap((folder) =>
    checkPaths([folder], resolve(import.meta.dirname, '../..')).flatMap((checked) => {
      const one = usable(checked);
      return one.workspace.dossiers.map((dossier) => {
        const context = reportContext(one, dossier, langue, plan === undefined ? {} : { plan });
        const composed = compose(dossier, context);
        const remarks: Text[] = [];
        return { id: dossier.id, ...composed, pictures: pictured(composed, context, remarks), remarks };
      });
    }),
  );
}
