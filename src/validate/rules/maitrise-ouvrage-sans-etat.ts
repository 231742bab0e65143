import { pointerTo } from '../../schema/fields.ts';
import { familyOf } from '../../schema/labels.ts';
import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const maitriseOuvrageSansEtat: DossierRule = {
  id: 'maitrise-ouvrage-sans-etat',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'La maîtrise d’ouvrage n’est pas, ou pas aussi, un service de l’État.',
    en: 'The commissioning authority is not, or not also, a State service.',
  },
  why: {
    fr: 'L’Atelier des territoires est un programme de l’État : la maîtrise d’ouvrage est une DDT(M) ou une D(R)EAL, que d’autres peuvent partager.',
    en: 'Atelier des territoires is a State programme: a DDT(M) or a D(R)EAL is the commissioning authority, which others may share.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [maitrise_ouvrage, porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 3,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [maitrise_ouvrage, porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    const [roles, categories] = [ofEachActeur(dossier, 'roles'), ofEachActeur(dossier, 'categorie')];
    if (acteurs === undefined || roles === null || categories === null) return;
    const holders = [...roles].flatMap(([id, held]) => (held?.includes('maitrise_ouvrage') ? [id] : []));
    const [first] = holders;
    if (first === undefined || holders.some((id) => familyOf(categories.get(id) ?? '') === 'etat')) return;
    yield { file: acteurs.path, at: `${pointerTo('/acteurs', first)}/categorie`, message: sentence };
  },
};

const sentence = {
  fr: 'la maîtrise d’ouvrage est d’habitude un service de l’État, seul ou avec d’autres ; aucun n’a ce rôle ici',
  en: 'the commissioning authority is usually a State service, alone or with others; none has this role here',
};
