import type { Dessiner } from '../figure.ts';
import { acteurs } from './acteurs.ts';
import { calendrier } from './calendrier.ts';
import { carteDesSites } from './carte-des-sites.ts';
import { echelles } from './echelles.ts';
import { enjeux } from './enjeux.ts';
import { freinsLeviers } from './freins-leviers.ts';
import { initiatives } from './initiatives.ts';
import { moyens } from './moyens.ts';
import { perimetres } from './perimetres.ts';
import { planification } from './planification.ts';
import { strategie } from './strategie.ts';
import { suites } from './suites.ts';
import { tableauDesSites } from './tableau-des-sites.ts';

/** Every figure of a comparison, in reading order, by the name of its files; listed by hand. */
export const figuresComparees: Readonly<Record<string, Dessiner>> = {
  'carte-des-sites': carteDesSites,
  perimetres,
  'tableau-des-sites': tableauDesSites,
  calendrier,
  echelles,
  enjeux,
  strategie,
  acteurs,
  initiatives,
  moyens,
  'freins-leviers': freinsLeviers,
  planification,
  suites,
};
