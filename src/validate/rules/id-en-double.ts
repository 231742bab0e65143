import { fillIn } from '../../words/text.ts';
import type { Group } from '../group.ts';
import type { Everything, FileHit, FilesRule } from '../rule.ts';
import { thing } from '../things.ts';

export const idEnDouble: FilesRule = {
  id: 'id-en-double',
  reads: 'fichiers',
  severity: 'error',
  summary: { fr: 'Deux choses de même genre ont le même identifiant.', en: 'Two things of one kind have the same id.' },
  why: {
    fr: 'Une référence à cet identifiant ne dirait plus laquelle des deux est visée, et la seconde écraserait la première dans les données.',
    en: 'A reference to this id would no longer say which of the two is meant, and the second would overwrite the first in the data.',
  },
  bad: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\nantecedents:\n  crte: {type: contrat, titre: Contrat de relance}\nsuites:\n  crte: {type: contrat, titre: Avenant au contrat}\n',
    line: 12,
  },
  good: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\nantecedents:\n  crte: {type: contrat, titre: Contrat de relance}\nsuites:\n  crte-avenant: {type: contrat, titre: Avenant au contrat}\n',
  },
  find: sameInHolder,
  across: sameDossier,
};

function* sameInHolder({ ids }: Group): Generator<FileHit> {
  for (const [kind, declared] of ids) {
    const first = new Map<string, Place>();
    for (const { id, path, pointer } of declared) {
      const here: Place = { file: path, at: pointer, part: 'key' };
      const before = first.get(id);
      if (before === undefined) first.set(id, here);
      else yield double(kind, id, here, before);
    }
  }
}

function* sameDossier({ holders }: Everything): Generator<FileHit> {
  const first = new Map<string, Place>();
  for (const { sheet } of holders) {
    if (sheet?.id === undefined) continue;
    const here: Place = { file: sheet.path, at: '/id', part: 'value' };
    const before = first.get(sheet.id);
    if (before === undefined) first.set(sheet.id, here);
    else yield double('dossier', sheet.id, here, before);
  }
}

interface Place {
  readonly file: string;
  readonly at: string;
  readonly part: 'key' | 'value';
}

function double(kind: string, id: string, here: Place, before: Place): FileHit {
  const message = fillIn(sentence, { id, un: thing(kind).one });
  const { file, at: pointer, part } = before;
  return { ...here, message, related: [{ file, pointer, part, message: fillIn(firstTime, { id }) }] };
}

const sentence = {
  fr: '« {id} » est déjà {un} : donnez un autre identifiant à l’un des deux',
  en: '“{id}” is already {un}: give one of the two another id',
};
const firstTime = { fr: '« {id} » une première fois', en: '“{id}” for the first time' };
