import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { atelier, freshFolder } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');

/** Adds keys to a YAML file, in the place of those of the same name. */
function say(path: string, keys: Readonly<Record<string, string>>): void {
  let text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const [key, value] of Object.entries(keys)) {
    const line = new RegExp(`^${key}:.*\\n(?:[ \\t]+.*\\n)*`, 'm');
    text = text.replace(line, '');
    text += `${key}: ${value}\n`;
  }
  writeFileSync(path, text);
}

/** The example, its dossiers all agreed to but for what a test changes. */
function agreed(): string {
  const folder = freshFolder(national);
  for (const name of readdirSync(join(folder, 'dossiers')))
    say(join(folder, 'dossiers', name, 'dossier.yaml'), {
      diffusion: 'public',
      accord_publication: '{date: 2026-01-15, fonction: Directeur départemental}',
    });
  return folder;
}

function table(folder: string, name: string): string {
  return readFileSync(join(folder, 'donnees', `${name}.csv`), 'utf8');
}

/** Everything that was written, as one text. */
function allOf(folder: string): string {
  const entries = readdirSync(join(folder, 'donnees'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('export --public', () => {
  it('takes only what is public and agreed to, and says what is left out and why', async () => {
    const folder = agreed();
    say(join(folder, 'dossiers/nozay/dossier.yaml'), { diffusion: 'partenaires' });
    const path = join(folder, 'dossiers/caen-metropole/dossier.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^accord_publication: .*$/m, ''));
    const { code, err } = await atelier(['export', '--public'], folder);
    expect(code).toBe(0);
    expect(err).toMatch(/`nozay`\s: diffusion aux partenaires/);
    expect(err).toMatch(/`caen-metropole`\s: public, mais sans accord de publication/);
    expect(err).toMatch(/2\sdossiers · .*laissés de côté\s: 2\sdossiers · public/);
    expect(table(folder, 'dossiers').match(/^[a-z-]+,/gm)).toEqual(['id,', 'doullens-sueur,', 'sud-des-landes,']);
    // What is not published is not named in what is.
    expect(allOf(folder)).not.toMatch(/caen-metropole|^nozay,|Reinventer|Réinventer le rural/m);
    expect(readFileSync(join(folder, 'donnees/README.md'), 'utf8')).toMatch(/2\sdossiers/);
  });

  it('says on the dataset whether it is internal or public', async () => {
    const folder = agreed();
    await atelier(['export'], folder);
    const said = () => [
      readFileSync(join(folder, 'donnees/README.md'), 'utf8').includes('Usage interne'),
      JSON.parse(readFileSync(join(folder, 'donnees/datapackage.json'), 'utf8')).diffusion,
      existsSync(join(folder, 'donnees/fiche-datagouv.md')),
    ];
    expect(said()).toEqual([true, 'interne', false]);
    await atelier(['export', '--public'], folder);
    expect(said()).toEqual([false, 'public', true]);
  });

  it('leaves out parts that are narrower, and every reference to them', async () => {
    const folder = agreed();
    const dossier = join(folder, 'dossiers/caen-metropole');
    const [seance = ''] = readdirSync(join(dossier, 'seances')).sort();
    const path = join(dossier, 'seances', seance);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^---\n/, '---\ndiffusion: partenaires\n'));
    const id = seance.replace(/\.md$/, '');
    const debats = join(dossier, 'debats.yaml');
    const debate = `  essai: {titre: Un débat de test, seance: ${id}, texte: Texte.}\n`;
    writeFileSync(debats, readFileSync(debats, 'utf8').replace(/^(convergences|controverses):\n/m, `$&${debate}`));
    expect(readFileSync(debats, 'utf8')).toContain('essai');
    const { code, err } = await atelier(['export', '--public'], folder);
    expect([code, err]).toEqual([0, expect.stringContaining(`caen-metropole/seance/${id}`)]);
    expect(table(folder, 'seances')).not.toContain(`caen-metropole,${id},`);
    expect(table(folder, 'participation')).not.toContain(`caen-metropole,seance,${id},`);
    expect(table(folder, 'debats')).toContain('Un débat de test');
    expect(table(folder, 'debats')).not.toContain(`,${id},`);
  });
});

describe('contours of a narrower circulation', () => {
  it('are not drawn in public, and are in an internal dataset', async () => {
    const folder = agreed();
    const medias = join(folder, 'dossiers/doullens-sueur/medias');
    mkdirSync(medias, { recursive: true });
    const ring = '[[2.3,50.1],[2.4,50.1],[2.4,50.2],[2.3,50.2],[2.3,50.1]]';
    const feature = `{"type":"Feature","properties":{"code":"80253"},"geometry":{"type":"Polygon","coordinates":[${ring}]}}`;
    writeFileSync(join(medias, 'perimetre.geojson'), `{"type":"FeatureCollection","features":[${feature}]}`);
    const drawn = async (diffusion: string, ...flags: readonly string[]): Promise<boolean> => {
      const line = `perimetre.geojson: {texte_alternatif: Contour, source: IGN, annee: 2018, diffusion: ${diffusion}}\n`;
      writeFileSync(join(medias, 'medias.yaml'), line);
      const { code, err } = await atelier(['export', '--to', 'geojson', ...flags], folder);
      expect(code, err).toBe(0);
      return readFileSync(join(folder, 'donnees/perimetres.geojson'), 'utf8').includes('doullens-sueur');
    };
    expect(await drawn('public', '--public')).toBe(true);
    expect(await drawn('interne')).toBe(true);
    expect(await drawn('interne', '--public')).toBe(false);
  });
});

describe('export --mask-small-counts', () => {
  it('leaves out numbers below 5, and the total from which one could be worked out', async () => {
    const folder = freshFolder(national);
    const [seance = ''] = readdirSync(join(folder, 'dossiers/caen-metropole/seances')).sort();
    const path = join(folder, 'dossiers/caen-metropole/seances', seance);
    const head = readFileSync(path, 'utf8').replace(/^participants:.*\n(?:[ \t]+.*\n)*/m, '');
    writeFileSync(path, head.replace(/^---\n/, '---\nparticipants: {elus: 3, techniciens: 12, total: 15}\n'));
    const rows = () =>
      table(folder, 'participation')
        .split('\n')
        .filter((line) => line.startsWith(`caen-metropole,seance,${seance.replace(/\.md$/, '')},`))
        .map((line) => line.split(',').slice(4, 11).join(','));
    await atelier(['export'], folder);
    const whole = rows();
    expect(whole.join('\n')).toMatch(/elus.*\b3\b/);
    const { err } = await atelier(['export', '--mask-small-counts'], folder);
    expect(err).toMatch(/2\seffectifs masqués/);
    expect(rows().join('\n')).toMatch(/techniciens.*\b12\b/);
    expect(rows().join('\n')).not.toMatch(/\b3\b|\b15\b/);
    // What is left out is neither exact nor approximate.
    expect(table(folder, 'participation')).not.toMatch(/,(?:elus|total),.*,(?:true|false),atelier-1,/);
    expect(table(folder, 'participation')).toMatch(/,techniciens,.*,false,atelier-1,/);
  });

  it('leaves out what was counted in the same séance without its publics', async () => {
    const folder = freshFolder(national);
    const path = join(folder, 'dossiers/caen-metropole/seances/panel-citoyen-1.md');
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(/^participants:.*$/m, 'participants: {elus: 3, habitants: 17, total: 20}');
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
    await atelier(['export'], folder);
    expect(table(folder, 'participation')).toMatch(/^caen-metropole,demarche,.*,20,true,panel-citoyen-1,/m);
    await atelier(['export', '--mask-small-counts'], folder);
    expect(table(folder, 'participation')).toMatch(/^caen-metropole,seance,panel-citoyen-1,.*,17,/m);
    expect(table(folder, 'participation')).not.toMatch(/,(?:3|20),(?:true|false),panel-citoyen-1,/);
  });
});

describe('what an export never opens', () => {
  const locked: string[] = [];
  afterEach(() => {
    for (const folder of locked.splice(0)) chmodSync(folder, 0o700);
  });

  it('is prive/, readable or not', async () => {
    const folder = freshFolder(national);
    const secret = join(folder, 'dossiers/nozay/prive');
    mkdirSync(secret);
    writeFileSync(join(secret, 'acteurs.yaml'), 'acteurs: {secret: {organisme: Organisme secret}}\n');
    await atelier(['export', '--to', 'csv,geojson'], folder);
    expect(allOf(folder)).not.toContain('Organisme secret');
    rmSync(join(folder, 'donnees'), { recursive: true });
    chmodSync(secret, 0o000);
    locked.push(secret);
    expect((await atelier(['export'], folder)).code).toBe(0);
    // For root nothing is unreadable: that nothing of it is asked for is told by the system itself, where it can be.
    chmodSync(secret, 0o700);
    rmSync(secret, { recursive: true });
    writeFileSync(secret, 'un fichier à la place du dossier');
    expect((await atelier(['export'], folder)).code).toBe(0);
  });
});

describe('a disk that fills up halfway', () => {
  it.skipIf(process.platform === 'win32').each([
    ['while dossiers are read', 20],
    ['while files are written', 120],
  ])('%s leaves nothing behind', (_, blocks) => {
    const folder = freshFolder();
    const temporary = freshFolder();
    const entry = resolve(import.meta.dirname, '../bin/atelier.js');
    // The system lets no file grow over so many blocks, as a full disk would not.
    const line = `ulimit -f ${blocks}; exec "${process.execPath}" "${entry}" export "${national}" --to csv,xlsx`;
    let said = '';
    try {
      execFileSync('sh', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, TMPDIR: temporary, LANG: 'fr_FR.UTF-8' },
      });
    } catch (error) {
      said = String(Object(error).stderr);
      expect(Object(error).status).toBe(2);
    }
    expect(said).toMatch(/^erreur\s: impossible d’écrire dans .*\n$/);
    expect([readdirSync(folder), readdirSync(temporary)]).toEqual([[], []]);
  });
});
