import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cog, openCog } from '../src/cog/cog.ts';
import { checkHolder } from '../src/commands/check/holder.ts';
import { type Checked, checkTarget } from '../src/commands/prepare.ts';
import { cogBytes } from '../src/load/assets.ts';
import { listHolders, type Target } from '../src/load/find.ts';
import { locate } from '../src/load/locate.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { compareWith, staleFindings } from '../src/validate/baseline.ts';
import { readBaseline } from '../src/validate/baseline-text.ts';
import { checkAcross } from '../src/validate/check-together.ts';

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
  return onDisk(files, (target) => {
    const checked = checkTarget(target, theCog());
    const base = files['base.json'];
    return base === undefined ? checked.diagnostics : [...checked.diagnostics, ...staleIn(base, checked)];
  });
}

/** The same, before the comments of the files have had their say. */
export function diagnoseBare(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return onDisk(files, (target) => {
    const each = listHolders(target).map((found) => checkHolder(target.root, found, {}, theCog()));
    const told = each.map(({ facts }) => facts);
    const findings = [...each.flatMap((one) => one.findings), ...checkAcross(told, target.alone)];
    return locate(
      findings,
      each.flatMap((one) => one.files),
    );
  });
}

function onDisk<Value>(files: Readonly<Record<string, string>>, act: (target: Target) => Value): Value {
  const root = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return act({ root, alone: !Object.hasOwn(files, 'atelier.yaml'), asked: [''] });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What is said of a baseline, the file `base.json` of an example. */
function staleIn(text: string, { diagnostics, files }: Checked): readonly Diagnostic[] {
  const read = readBaseline(text);
  if (!read.ok) throw new Error(read.message.fr);
  return locate(staleFindings(compareWith(read.baseline, diagnostics, () => true).stale), files);
}
