import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cog, openCog } from '../src/cog/cog.ts';
import { cogBytes } from '../src/load/assets.ts';
import { locate } from '../src/load/locate.ts';
import { load } from '../src/load/workspace.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { checkFile } from '../src/validate/check-file.ts';
import { checkTogether } from '../src/validate/check-together.ts';

/** The folder of the healthy dossier in a workspace; its id. */
export const healthyId = 'plaine-de-caen';

/** A small dossier that has reached the roadmap and of which no rule has anything to say. Invented. */
export const healthy: Readonly<Record<string, string>> = {
  'dossier.yaml': `format: 1
id: plaine-de-caen
titre: Habiter la plaine de Caen
dispositif: local
phase: feuille_de_route
problematique: Comment accueillir sans bâtir sur les terres agricoles ?
calendrier: {debut: 2026-01, fin: 2026-11}
budget: [{objet: marche, montant: 90000, source: etat}]
`,
  'territoire.yaml': `nom: Plaine de Caen
communes: [14119 Cagny]
types: [periurbain]
enjeux:
  sols: {titre: Garder les terres agricoles}
ressources:
  limon: {titre: Des sols profonds et fertiles}
`,
  'echelle.yaml': `niveau: intercommunale
justification: Le bassin de vie dépasse la commune.
`,
  'acteurs.yaml': `acteurs:
  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}
  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}
  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}
participation:
  - {type: reunion_publique, nombre: ~60}
`,
  'strategie/vision.md': `---
titre: La plaine nourricière
idee_force: Cultiver et habiter le même sol
---
La plaine reste cultivée.
`,
  'strategie/principes/habiter-le-bati.md': `---
titre: Habiter d’abord le bâti existant
visees: [developpement, transition, sobriete]
enjeux: [sols]
---
Aucun logement neuf hors des bourgs.
`,
  'strategie/feuille-de-route.yaml': `axes:
  bourgs: {titre: Des bourgs habités}
`,
  'strategie/initiatives/halle.md': `---
titre: Une halle dans la ferme du bourg
axe: bourgs
principes: [habiter-le-bati]
fondements: [filieres_nouvelles]
ressources: [limon]
porteur: ccvd
moyens: {montant: 300000, financements: [{source: etat, montant: 100000, etat: espere}]}
---
La halle accueille un marché.
`,
  'seances/atelier-1.md': `---
type: atelier
date: 2026-03-12
participants: {elus: 12, techniciens: ~20}
---
Le premier atelier.
`,
};

let cog: Cog | undefined;

/** The real reference data, opened once. */
export function theCog(): Cog {
  cog ??= openCog(cogBytes());
  return cog;
}

const session = `format: 1
titre: Confins
criteres:
  ambition: {titre: L’ambition du projet, poids: 2}
`;

/** Files of a dossier in a workspace, beside a national session. */
export function inWorkspace(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const held = Object.entries(files).map(([path, text]) => [`dossiers/${healthyId}/${path}`, text]);
  return { 'atelier.yaml': 'format: 1\n', 'sessions/confins-2026/session.yaml': session, ...Object.fromEntries(held) };
}

/**
 * Writes files to a folder of their own, reads and checks them as the program does, and removes them.
 * @param files path → text; a workspace when there is an `atelier.yaml`
 */
export function diagnose(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const root = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const alone = !Object.hasOwn(files, 'atelier.yaml');
    const loaded = load({ root, alone, asked: [''] });
    const checks = loaded.files.map((file) => checkFile(file, theCog()));
    const together = checkTogether(
      checks.map(({ facts }) => facts),
      theCog(),
      alone,
    );
    return locate([...loaded.findings, ...checks.flatMap(({ findings }) => findings), ...together], loaded.files);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
