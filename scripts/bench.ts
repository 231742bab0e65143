// Generates N dossiers and prints what a cold `atelier validate` of them costs: whole processes, medians.
// Run: npm run bench [-- N N N]. Needs a build (npm ci, or npm run build).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const runs = 3;
const main = resolve('dist/main.js');

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const paragraph =
  'Le bourg se referme sur lui-même alors que la vallée lui offre un sol, une eau et des chemins. La stratégie part de ces ressources, dit ce qu’elles permettent et ce qu’elles interdisent, et range les projets selon ce qu’ils coûtent et ce qu’ils évitent.\n\n';

for (const n of sizes.length > 0 ? sizes : [100, 1000, 5000]) {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
  try {
    const made = workspace(folder, n);
    const measured = Array.from({ length: runs }, () => validate(folder)).sort(
      (a, b) => a.milliseconds - b.milliseconds,
    );
    const { milliseconds, megabytes } = measured[Math.floor(runs / 2)] as Run;
    const seconds = milliseconds / 1000;
    console.log(
      [
        `${n} dossiers`,
        `${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB`,
        `${Math.round(milliseconds)} ms`,
        `${Math.round(n / seconds)} dossiers/s`,
        `${(made.bytes / 1e6 / seconds).toFixed(1)} MB/s`,
        `${(milliseconds / n).toFixed(2)} ms a dossier`,
        `peak ${Math.round(megabytes)} MB`,
      ].join(' · '),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function validate(folder: string): Run {
  const code = `process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS)); process.argv = [process.argv[0], 'atelier', 'validate', '--format', 'json']; await import(${JSON.stringify(`file://${main}`)});`;
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const milliseconds = performance.now() - start;
  const { summary }: { summary: { errors: number } } = JSON.parse(child.stdout);
  if (child.status !== 0 || summary.errors > 0)
    throw new Error(`the generated dossiers have ${summary.errors} errors:\n${child.stdout.slice(0, 2000)}`);
  return { milliseconds, megabytes: Number(/rss (\d+)/.exec(child.stderr)?.[1]) / 1024 };
}

/** N healthy dossiers in one workspace, all alike but for their ids and titles. */
function workspace(folder: string, n: number): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  const write = (path: string, text: string) => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    files++;
    bytes += Buffer.byteLength(text);
  };
  write('atelier.yaml', 'format: 1\ntitre: Banc d’essai\n');
  for (let i = 0; i < n; i++) for (const [path, text] of dossier(i)) write(`dossiers/atelier-${i}/${path}`, text);
  return { files, bytes };
}

function* dossier(i: number): Generator<readonly [string, string]> {
  yield [
    'dossier.yaml',
    `format: 1\nid: atelier-${i}\ntitre: Vivre dans la vallée, atelier ${i}\ndispositif: local\nphase: restitution\nproblematique: Comment habiter la vallée sans l’étendre ?\ncalendrier: {debut: 2024-01, fin: 2024-12}\nbudget:\n  - {objet: marche, montant: 98000, source: etat, taxe: ht, etat: acquis}\napports:\n  - {code: nourrir_planification}\nplanification:\n  - {document: plui, etat: en_elaboration, relation: a_nourrir}\nsources:\n  note: {titre: Note de cadrage, date: 2024-02}\n  plan: {titre: Plan-guide, date: 2024-11}\n`,
  ];
  yield [
    'territoire.yaml',
    `nom: CC de Nozay\nepci: [244400537 CC de Nozay]\nannee_cog: 2026\nprecision: exacte\ntypes: [rural, periurbain]\ndynamiques: [sous_influence_metropolitaine]\nsituations: []\nenjeux:\n  bourgs: {titre: Rendre les bourgs habitables, theme: centralites, sources: [note]}\n  sols: {titre: Épargner les sols, theme: foncier, sources: [note]}\n  eau: {titre: Partager l’eau, theme: eau}\nressources:\n  bocage: {titre: Le bocage, type: naturelles}\n  ecoles: {titre: Les écoles des sept bourgs, type: materielles}\n`,
  ];
  yield [
    'echelle.yaml',
    'niveau: intercommunale\nniveaux_intervention: [communale, quartier]\njustification: Le bassin de vie suit l’intercommunalité.\nsecteurs:\n  bourg: {titre: Bourg de Nozay, niveau: quartier, type: site_projet, nature: centre_bourg, communes: [44113 Nozay]}\n',
  ];
  yield [
    'acteurs.yaml',
    'acteurs:\n  ddtm: {organisme: DDTM de la Loire-Atlantique, categorie: service_deconcentre, service: ddt, roles: [maitrise_ouvrage]}\n  cc: {organisme: Communauté de communes de Nozay, categorie: epci, code: 244400537 CC de Nozay, roles: [porteur], representes_par: [elus, techniciens]}\n  equipe: {organisme: Équipe du marché, categorie: equipe_pluridisciplinaire, roles: [mandataire], competences: [architecture_urbanisme, paysage]}\n  habitants: {organisme: Habitants, categorie: habitants_usagers, roles: [participant]}\nparticipation:\n  - {type: reunion_publique, date: 2024-05-14, publics: [habitants], nombre: ~60}\n',
  ];
  yield [
    'enseignements.yaml',
    'foncier: {type: frein, domaine: foncier, titre: Les prix montent plus vite que le projet}\nbinome: {type: levier, domaine: gouvernance, titre: Élus et techniciens ont travaillé ensemble, transferable: true}\n',
  ];
  yield [
    'strategie/vision.md',
    `---\ntitre: Sept bourgs, un sol\nidee_force: Habiter sans étendre\nannee_horizon: 2040\n---\n\n${paragraph.repeat(3)}`,
  ];
  yield [
    'strategie/feuille-de-route.yaml',
    'axes:\n  habiter: {titre: Habiter les bourgs}\n  cultiver: {titre: Cultiver les lisières}\nhorizons: {court: 2025-2027, moyen: 2028-2032, long: après 2032}\n',
  ];
  for (const [k, visees] of ['developpement, sobriete', 'transition', 'sobriete, transition'].entries()) {
    yield [
      `strategie/principes/principe-${k}.md`,
      `---\ntitre: Principe ${k} de l’atelier ${i}\nvisees: [${visees}]\nenjeux: [bourgs, sols]\nsources: [plan]\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
  for (const k of [0, 1, 2, 3]) {
    yield [
      `strategie/initiatives/initiative-${k}.md`,
      `---\ntitre: Initiative ${k} de l’atelier ${i}\norigine: emergente\naxe: ${k % 2 === 0 ? 'habiter' : 'cultiver'}\nprincipes: [principe-${k % 3}]\nfondements: [ressources_et_limites]\nressources: [bocage]\npriorite: ${(k % 3) + 1}\nhorizon: court\nsecteur: bourg\nporteur: cc\npartenaires: [ddtm]\nmoyens: {etp: 0.5, montant: 40000, financements: [{source: etat, montant: 20000, etat: demande}]}\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
  for (const k of [1, 2, 3]) {
    yield [
      `seances/seance-${k}.md`,
      `---\ntype: atelier\ntitre: Séance ${k}\nnumero: ${k}\ndate: 2024-0${k * 2}-14\nlieu: Nozay\nparticipants: {elus: 8, techniciens: 6, habitants: ~20}\nacteurs: [ddtm, cc, equipe]\n---\n\n${paragraph.repeat(2)}`,
    ];
  }
}
