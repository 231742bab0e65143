import type { TableProblem } from '../../edit/indicateurs/aggregate.ts';
import type { Request } from '../../edit/indicateurs/header.ts';
import { UserError } from '../../model/error.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { some } from './flags.ts';

/**
 * Says what makes a table unusable.
 * @param shown how the file is named
 * @throws UserError always
 */
export function refuseTable(shown: string, request: Request, problem: TableProblem): never {
  const { text, hint } = sentenceOf(request, problem);
  throw new UserError({ fr: `${shown} : ${text.fr}`, en: `${shown}: ${text.en}` }, hint);
}

function sentenceOf({ code }: Request, problem: TableProblem): { readonly text: Text; readonly hint?: Text } {
  switch (problem.kind) {
    case 'vide':
      return { text: empty };
    case 'hors_perimetre':
      return { text: elsewhere };
    case 'colonne': {
      const hint =
        problem.near === null
          ? fillIn(columns, { noms: some(problem.names) })
          : fillIn(didYouMean, { nom: problem.near });
      return { text: fillIn(noColumn, { nom: problem.name }), hint };
    }
    case 'codes': {
      const text = fillIn(problem.postal ? postalCodes : noCodes, { nom: code, mot: problem.example });
      return problem.better === null ? { text } : { text, hint: fillIn(better, { nom: problem.better }) };
    }
    case 'doublon':
      return {
        text: fillIn(twice, { code: problem.code, une: problem.lines[0], autre: problem.lines[1] }),
        hint: filter,
      };
    case 'nombres':
      return { text: fillIn(noNumbers, { nom: problem.column, mot: problem.text, ligne: problem.line }) };
  }
}

const empty: Text = { fr: 'aucune ligne ne porte de code', en: 'no row has a code' };
const elsewhere: Text = { fr: 'aucune commune du périmètre n’y figure', en: 'no commune of the perimeter is in it' };
const noColumn = { fr: 'il n’y a pas de colonne « {nom} »', en: 'there is no column “{nom}”' };
const didYouMean = { fr: 'vouliez-vous dire {nom} ?', en: 'did you mean {nom}?' };
const columns = { fr: 'les colonnes : {noms}', en: 'the columns: {noms}' };
const noCodes = {
  fr: 'la colonne « {nom} » n’est pas faite de codes INSEE de communes : on y lit « {mot} »',
  en: 'the column “{nom}” is not made of INSEE codes of communes: one reads “{mot}”',
};
const postalCodes = {
  fr: 'la colonne « {nom} » est faite de codes postaux (« {mot} ») ; il faut les codes INSEE',
  en: 'the column “{nom}” is made of postal codes (“{mot}”); INSEE codes are needed',
};
const better = { fr: 'les codes semblent être dans --code {nom}', en: 'the codes seem to be in --code {nom}' };
const twice = {
  fr: '{code} y figure plusieurs fois (lignes {une} et {autre}) : il faut une ligne par commune',
  en: '{code} is in it several times (lines {une} and {autre}): one row a commune is needed',
};
const filter: Text = { fr: 'gardez-en une : --filtre COLONNE=VALEUR', en: 'keep one: --filtre COLUMN=VALUE' };
const noNumbers = {
  fr: 'la colonne « {nom} » ne porte pas de nombres : on y lit « {mot} », ligne {ligne}',
  en: 'the column “{nom}” has no numbers: one reads “{mot}”, line {ligne}',
};
