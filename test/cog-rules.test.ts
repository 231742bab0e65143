import { describe, expect, it } from 'vitest';
import { diagnose, healthy } from './healthy.ts';

const rest =
  'types: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n';

/** What is said of the healthy dossier with these lines in its territoire.yaml, and with another echelle.yaml. */
function said(lines: string, echelle?: string): readonly string[] {
  const files = {
    ...healthy,
    'territoire.yaml': `nom: Plaine\n${lines}\n${rest}`,
    ...(echelle && { 'echelle.yaml': echelle }),
  };
  return diagnose(files).map(({ rule, severity, message }) => `${severity} ${rule} : ${message.fr}`);
}

describe('codes of other years, each with the right one named', () => {
  it.each([
    [
      'communes: [14691 Tilly-la-Campagne]',
      'info commune-ancienne : Tilly-la-Campagne (14691) est depuis 2019 une commune déléguée de Castine-en-Plaine (14538) : le périmètre compte toute cette commune',
    ],
    [
      'communes: [02285 Escaufourt]',
      'info commune-ancienne : Escaufourt (02285) est depuis 1973 une commune associée à Saint-Souplet (59545) : le périmètre compte toute cette commune',
    ],
    [
      'communes: [01018 Arlod]',
      'info commune-ancienne : Arlod (01018) n’est plus une commune depuis 1971 et fait partie de Valserhône (01033) : le périmètre compte toute cette commune',
    ],
    [
      'communes: [20004 Ajaccio]',
      'info commune-ancienne : Ajaccio (20004) a changé de code en 1976 : c’est aujourd’hui Ajaccio (2A004)',
    ],
    [
      'communes: [14689 Le Hom]',
      'info nom-different-du-code : Le Hom est un nom porté jusqu’en 2021 : « 14689 » s’appelle aujourd’hui Thury-Harcourt-le-Hom',
    ],
    [
      'communes: [14000 Caen]',
      'error commune-inconnue : « 14000 » est un code postal ; c’est le code INSEE de la commune qui est attendu ; vouliez-vous dire « 14118 Caen » ?',
    ],
    [
      'epci: [246201149 CA du Calaisis]',
      'info epci-disparu : CA du Calaisis (246201149) n’existe plus depuis 2020 : ses communes sont aujourd’hui dans CA Grand Calais Terres et Mers (200090751)',
    ],
    [
      'epci: [200040475 CC Loué - Brûlon - Noyen]',
      'info nom-different-du-code : CC Loué - Brûlon - Noyen est un nom porté jusqu’en 2022 : « 200040475 » s’appelle aujourd’hui CC LBN Communauté',
    ],
    [
      'epci: [244400538 CC de Nozay]',
      'error epci-inconnu : « 244400538 » n’est pas un SIREN possible : un chiffre est faux, ou deux sont intervertis ; vouliez-vous dire « 244400537 CC de Nozay » ?',
    ],
    [
      'epci: [200000008 CC Autrefois]\ncommunes: [14119 Cagny]',
      'warning epci-inconnu : « 200000008 » est inconnu au millésime 2025 des EPCI, peut-être dissous avant 2019 ; les communes listées à côté sont dans : 200065589 CC Val ès Dunes',
    ],
  ])('%s', (lines, sentence) => {
    expect(said(lines)).toEqual([sentence]);
  });

  it('of several EPCI that took the place of one, all are named', () => {
    expect(said('epci: [200071157 CC des Hautes Vosges]')[0]).toMatch(
      /CC des Hautes Vosges \(200096634, 14.communes\), CC Gérardmer Hautes Vosges \(200096642, 8.communes\)$/,
    );
  });
});

describe('the scale that is declared, against the perimeter', () => {
  const bassin = (niveau: string, more = '') => `niveau: ${niveau}\njustification: Le bassin de vie.\n${more}`;
  const caen = 'communes: [14118 Caen, 14119 Cagny, 14543 Rots]';
  const observed = (lines: string, echelle: string) =>
    said(lines, echelle).filter((one) => one.includes('echelle-observee'));

  it.each(['site', 'quartier', 'communale', 'intercommunale'])('%s goes with one commune', (niveau) => {
    expect(observed('communes: [14119 Cagny]', bassin(niveau))).toEqual([]);
  });

  it.each(['pluricommunale', 'inter_epci', 'departementale', 'interdepartementale', 'regionale'])(
    '%s does not',
    (niveau) => {
      expect(observed('communes: [14119 Cagny]', bassin(niveau))[0]).toMatch(
        /qui touche 1.commune, 1.EPCI, 1.département$/,
      );
    },
  );

  it('communale does not go with several communes, unless a sub-area is one', () => {
    expect(observed(caen, bassin('communale'))).toHaveLength(1);
    expect(observed(caen, bassin('communale', 'secteurs:\n  b: {titre: Bourg, communes: [14119 Cagny]}\n'))).toEqual(
      [],
    );
  });

  it('intercommunale takes a neighbour or two, not several EPCI', () => {
    expect(observed('epci: [200065589 CC Val ès Dunes]\ncommunes: [14118 Caen]', bassin('intercommunale'))).toEqual([]);
    expect(
      observed('epci: [200065589 CC Val ès Dunes, 200065597 CU Caen la Mer]', bassin('intercommunale')),
    ).toHaveLength(1);
  });

  it('says nothing of a perimeter that is approximate, unknown or wrong', () => {
    expect(observed(`${caen}\nprecision: approchee`, bassin('communale'))).toEqual([]);
    expect(observed('communes: [14118 Caen, 14119 Cagny, 14999 Nulle part]', bassin('communale'))).toEqual([]);
  });

  it('a whole département, and the islands, are judged by what they are', () => {
    expect(observed('departements: [14 Calvados]', bassin('departementale'))).toEqual([]);
    expect(observed('departements: [976 Mayotte]', bassin('regionale'))).toEqual([]);
    expect(observed('communes: [97501 Miquelon-Langlade, 97502 Saint-Pierre]', bassin('inter_epci'))).toEqual([]);
  });
});

describe('sub-areas beyond the territory', () => {
  const secteur =
    'niveau: quartier\njustification: Le bourg.\nsecteurs:\n  b: {titre: Bourg, communes: [14118 Caen, 14543 Rots]}\n';
  const beyond = (lines: string) => said(lines, secteur).filter((one) => one.includes('secteur-hors-territoire'));

  it('are told with the communes that are beyond', () => {
    expect(beyond('communes: [14118 Caen]')).toEqual([
      'info secteur-hors-territoire : ce secteur va au-delà de ce que liste territoire.yaml : Rots',
    ]);
  });

  it('are none inside an EPCI of the territory, where it lists nothing, or where a code of it is wrong', () => {
    expect(beyond('epci: [200065597 CU Caen la Mer]')).toEqual([]);
    expect(beyond('precision: exacte')).toEqual([]);
    expect(beyond('communes: [14118 Caen, 14999 Nulle part]')).toEqual([]);
  });
});
