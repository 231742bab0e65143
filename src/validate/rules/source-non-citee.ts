import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import { meantIds } from '../meant-ids.ts';
import type { FilesRule } from '../rule.ts';

export const sourceNonCitee: FilesRule = {
  id: 'source-non-citee',
  reads: 'fichiers',
  severity: 'info',
  summary: { fr: 'Une source n’est citée nulle part.', en: 'A source is cited nowhere.' },
  why: {
    fr: 'La liste des sources du rapport ne montre que celles qui appuient un fait : « sources: [s1] » à côté du fait, ou [^s1] dans un texte.',
    en: 'The list of sources of the report only shows those behind a fact: “sources: [s1]” beside the fact, or [^s1] in a text.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\nsources:\n  s1: {titre: Délibération du conseil communautaire}\n',
    line: 10,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000, sources: [s1]}]\nsources:\n  s1: {titre: Délibération du conseil communautaire}\n',
  },
  *find({ files, ids }) {
    // A text that could not be read may cite any of them.
    if (files.some(({ readable }) => !readable)) return;
    const sources = ids.get('source') ?? [];
    const cited = meantIds(
      files.flatMap(({ refers }) => refers.flatMap(({ to, id }) => (to === 'source' ? [id] : []))),
      sources.map(({ id }) => id),
    );
    // A reference that leads nowhere near may be meant for any of them.
    if (cited === null) return;
    for (const { id, path } of sources) {
      if (cited.has(id)) continue;
      yield { file: path, at: pointerTo('/sources', id), part: 'key', message: fillIn(sentence, { id }) };
    }
  },
};

const sentence = {
  fr: 'la source « {id} » n’est citée nulle part dans ce dossier',
  en: 'the source “{id}” is cited nowhere in this dossier',
};
