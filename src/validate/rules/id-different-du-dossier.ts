import { fillIn } from '../../words/text.ts';
import type { WorkspaceRule } from '../rule.ts';

export const idDifferentDuDossier: WorkspaceRule = {
  id: 'id-different-du-dossier',
  reads: 'espace',
  severity: 'error',
  summary: {
    fr: 'L’identifiant d’un dossier n’est pas le nom de sa place dans dossiers/.',
    en: 'The id of a dossier is not the name of its folder in dossiers/.',
  },
  why: {
    fr: 'Les données et les adresses se font avec l’identifiant, les fichiers avec le nom : s’ils diffèrent, un lien sur deux est faux.',
    en: 'Data and addresses are made with the id, files with the name: where they differ, every other link is wrong.',
  },
  bad: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    line: 2,
  },
  good: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
  },
  *across({ holders, alone }) {
    const ids = holders.map(({ sheet }) => sheet?.id);
    for (const { holder, sheet } of alone ? [] : holders) {
      const id = sheet?.id;
      // A copied folder that kept its id is one mistake: id-en-double tells it.
      if (!sheet || id === undefined || id === holder.id || ids.indexOf(id) !== ids.lastIndexOf(id)) continue;
      yield { file: sheet.path, at: '/id', message: fillIn(sentence, { id, nom: holder.id }), suggestion: holder.id };
    }
  },
};

const sentence = {
  fr: 'l’identifiant « {id} » n’est pas le nom du répertoire, « {nom} » : l’un des deux est à changer',
  en: 'the id “{id}” is not the name of the folder, “{nom}”: one of the two must change',
};
