import type { Langue } from '../../words/text.ts';
import { VISEES, type Visee } from '../figures/theme.ts';

/**
 * The visées named in a container's arguments, as badges: each its letter on its pattern, and its name.
 * @param args codes parted by spaces (`developpement transition`); other words are passed over
 * @param langue the language of the page
 * @returns HTML; a sentence when no visée is known
 */
export function badgesHtml(args: string, langue: Langue): string {
  const named = args.split(/[\s,|]+/);
  const visees = (Object.keys(VISEES) as Visee[]).filter((visee) => named.includes(visee));
  if (visees.length === 0) {
    return `<p class="visees inconnu">${langue === 'fr' ? 'Visées inconnues' : 'Aims unknown'}</p>`;
  }
  const badges = visees.map((visee) => {
    const { lettre, libelle } = VISEES[visee];
    const mark = `<span class="lettre" aria-hidden="true">${lettre}</span>`;
    return `<li class="visee visee-${lettre}">${mark}${libelle[langue]}</li>`;
  });
  return `<ul class="visees" aria-label="${langue === 'fr' ? 'Visées' : 'Aims'}">${badges.join('')}</ul>`;
}
