import { readCode } from '../../cog/entry.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';
import { namesSure } from '../sure.ts';

export const communeEnDouble: DossierRule = {
  id: 'commune-en-double',
  reads: 'dossier',
  severity: 'info',
  summary: {
    fr: 'Une commune est listée à côté de l’EPCI qui la contient.',
    en: 'A commune is listed beside the EPCI that holds it.',
  },
  why: {
    fr: 'Le périmètre est l’union de ce qui est listé : la commune n’y est comptée qu’une fois, et la ligne ne sert à rien. Les secteurs, eux, redisent exprès leurs communes.',
    en: 'The perimeter is the union of what is listed: the commune counts once, and the line is of no use. Sub-areas do repeat their communes on purpose.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14119 Cagny]\nepci: [200065589 CC Val ès Dunes]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 2,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ncommunes: [14118 Caen]\nepci: [200065589 CC Val ès Dunes]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  *find(dossier) {
    const { cog } = dossier;
    const territoire = dossier.get('territoire');
    if (territoire?.data.communes === undefined || territoire.data.epci === undefined || !namesSure(dossier)) return;
    for (const { code, nom, epci } of dossier.perimetre().doubles) {
      const index = territoire.data.communes.findIndex((typed) => {
        const read = readCode(typed);
        return read.code !== null && cog.resolveCommune(read.code, read.nom)?.actuelle.code === code;
      });
      if (index < 0) continue;
      const message = fillIn(sentence, { nom, epci: cog.epci(epci)?.nom ?? epci });
      yield { file: territoire.path, at: `/communes/${index}`, message };
    }
  },
};

const sentence = {
  fr: '{nom} fait déjà partie de {epci}, listé plus bas : la ligne est de trop',
  en: '{nom} is already part of {epci}, listed below: the line is one too many',
};
