/**
 * The régions in the European nomenclature of territories (NUTS), by code of the COG: the addresses that European
 * catalogues know places by. Those of overseas are of its second level.
 */
export const nutsOfRegion: Readonly<Record<string, string>> = {
  '01': 'FRY1',
  '02': 'FRY2',
  '03': 'FRY3',
  '04': 'FRY4',
  '06': 'FRY5',
  '11': 'FR1',
  '24': 'FRB',
  '27': 'FRC',
  '28': 'FRD',
  '32': 'FRE',
  '44': 'FRF',
  '52': 'FRG',
  '53': 'FRH',
  '75': 'FRI',
  '76': 'FRJ',
  '84': 'FRK',
  '93': 'FRL',
  '94': 'FRM',
};
