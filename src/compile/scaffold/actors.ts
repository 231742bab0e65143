import { readCode } from '../../cog/entry.ts';
import type { Answers } from '../../schema/questions.ts';
import { slug } from '../../words/slug.ts';
import type { Values } from './sheet.ts';

/** The organisations that the answers name, by id: who commissions the atelier, and the authorities that carry it. */
export function actorsOf({ moa, porteurs }: Pick<Answers, 'moa' | 'porteurs'>): Readonly<Record<string, Values>> {
  const services = (moa ?? '').split(';').map((name) => name.trim());
  const actors: Record<string, Values> = {};
  for (const organisme of services.filter((name) => name !== '')) {
    actors[freeId(organisme, actors)] = { organisme, ...stateService(organisme), roles: ['maitrise_ouvrage'] };
  }
  for (const code of porteurs) {
    const organisme = readCode(code).nom ?? code;
    const categorie = /^\d{9}\b/.test(code) ? 'epci' : 'commune';
    actors[freeId(organisme, actors)] = { organisme, code, categorie, representes_par: ['elus'], roles: ['porteur'] };
  }
  return actors;
}

/** What a service of the State is, from its initials; the family where they say nothing. */
function stateService(name: string): Values {
  const [, service] = services.find(([initials]) => initials.test(name)) ?? [];
  if (service !== undefined) return { categorie: 'service_deconcentre', service };
  return { categorie: /^(?:sous-)?pr[ée]fecture\b/i.test(name) ? 'prefecture' : 'etat' };
}

const services = [
  [/\bDDTM?\b|^directions? départementales? des territoires\b/i, 'ddt'],
  [/\b(?:DREAL|DRIEAT)\b/i, 'dreal'],
  [/\b(?:DEALM?|DGTM|DTAM)\b/i, 'deal'],
] as const;

function freeId(name: string, taken: Readonly<Record<string, unknown>>): string {
  const id = slug(name) || 'acteur';
  if (!Object.hasOwn(taken, id)) return id;
  let number = 2;
  while (Object.hasOwn(taken, `${id.slice(0, 56)}-${number}`)) number++;
  return `${id.slice(0, 56)}-${number}`;
}
