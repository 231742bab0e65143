import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, sheet, workspaceOf } from './bad-input-run.ts';
import { jpeg, looked, png } from './pictures-sample.ts';
import { ask, followed, previewing, until } from './preview-run.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const stakeholders = 'acteurs:\n  mairie: {organisme: Mairie, categorie: commune, roles: [porteur]}\n';

/** What stands around the report, taken off: the compiled file must be left. */
function unwrapped(page: string): string {
  return page.replace(/\n<atelier-apercu[\s\S]*?<\/script>\n(?=<\/body>\n<\/html>\n$)/, '');
}

/** As most editors do: a file beside, then put in the place of the other. */
function saved(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

/** True when a port can be taken. */
function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

describe.skipIf(process.platform === 'win32')('atelier preview', () => {
  it('serves the compiled report of a lone dossier, to this machine, and writes nothing', async () => {
    const cwd = freshFolder(resolve('examples/modele'));
    const before = contentsOf(cwd);
    const preview = await previewing(cwd);
    expect(preview.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, text } = await ask(preview.address, '/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    const nonce = /<script nonce="([^"]+)">/.exec(text)?.[1] ?? 'none';
    expect(headers['content-security-policy']).toContain(`script-src 'nonce-${nonce}'`);
    expect((await ask(preview.address, '/')).text).not.toContain(nonce);
    const out = freshFolder();
    expect((await atelier(['compile', '--out', out], cwd)).code).toBe(0);
    const compiled = readFileSync(join(out, 'modele/rapport.html'), 'utf8');
    expect(compiled).not.toMatch(/<script|atelier-apercu/);
    expect(unwrapped(text)).toBe(compiled.replace(/<meta http-equiv="Content-Security-Policy".*\n/, ''));
    const stream = await followed(preview.address, '/');
    expect(await preview.stop('SIGINT')).toBe(130);
    await stream.ended;
    expect(await isFree(Number(new URL(preview.address).port))).toBe(true);
    expect(preview.err()).not.toMatch(/^\s+at /m);
    expect(contentsOf(cwd)).toEqual(before);
  });

  it('tells an open page of each save; errors are listed at their line over the last good report, until mended', async () => {
    const cwd = workspaceOf({ ici: { 'acteurs.yaml': stakeholders } });
    const file = join(cwd, 'dossiers/ici/acteurs.yaml');
    const preview = await previewing(cwd);
    const stream = await followed(preview.address, '/');
    const first = await ask(preview.address, '/');
    expect(first.text).toContain(`data-version="${stream.told[0]}"`);
    const start = performance.now();
    const version = await stream.after(() => saved(file, stakeholders.replace('Mairie', 'Mairie de Nozay')));
    console.log(`aperçu : ${Math.round(performance.now() - start)} ms d’un enregistrement à l’annonce`);
    const renewed = await ask(preview.address, '/');
    expect(renewed.text).toContain(`data-version="${version}"`);
    expect(unwrapped(renewed.text)).toContain('Mairie de Nozay');
    await stream.after(() => saved(file, 'acteurs: 12\n'));
    const broken = (await ask(preview.address, '/')).text;
    expect(unwrapped(broken)).toBe(unwrapped(renewed.text));
    expect(broken).toMatch(
      /<li class="error"><strong>erreur<\/strong> <code>dossiers\/ici\/acteurs\.yaml:1:10<\/code> <span>.*forme-attendue/,
    );
    expect(broken).toMatch(/role="status" aria-live="polite">1\serreur.*Vous lisez le dernier rapport sans erreur\./);
    expect(await stream.after(() => writeFileSync(file, stakeholders))).toBe(stream.told[0]);
    expect((await ask(preview.address, '/')).text).not.toContain('class="error"');
    expect(await preview.stop('SIGTERM')).toBe(143);
    expect(await isFree(Number(new URL(preview.address).port))).toBe(true);
  });

  it('shows that there is no report yet, then the report; waits out a workspace that is gone for a moment', async () => {
    const cwd = workspaceOf({ ici: { 'acteurs.yaml': 'acteurs: 12\n' } });
    const preview = await previewing(cwd);
    const stream = await followed(preview.address, '/');
    const absent = (await ask(preview.address, '/')).text;
    expect(absent).toContain('<h1>Ici</h1><p>Pas encore de rapport</p>');
    expect(absent).toContain('<details open>');
    const good = await stream.after(() => saved(join(cwd, 'dossiers/ici/acteurs.yaml'), stakeholders));
    expect((await ask(preview.address, '/')).text).not.toContain('Pas encore de rapport');
    const settings = join(cwd, 'atelier.yaml');
    await stream.after(() => renameSync(settings, `${settings}.parti`));
    expect((await ask(preview.address, '/')).text).toMatch(/n’est pas un dossier d’atelier/);
    expect(await stream.after(() => renameSync(`${settings}.parti`, settings))).toBe(good);
  });

  it('follows the templates of a dossier too, and says at which line one is wrong', async () => {
    const cwd = workspaceOf({ ici: {} });
    const preview = await previewing(cwd, ['--plan', 'fiche']);
    const stream = await followed(preview.address, '/');
    await stream.after(() => put(cwd, { 'modeles/fiche.md.hbs': '## Une fiche à nous\n' }));
    const own = (await ask(preview.address, '/')).text;
    expect(unwrapped(own)).toContain('Une fiche à nous');
    await stream.after(() => put(cwd, { 'modeles/fiche.md.hbs': '## Une fiche\n\n{{#if bref}}\n' }));
    const wrong = (await ask(preview.address, '/')).text;
    expect(unwrapped(wrong)).toBe(unwrapped(own));
    expect(wrong).toMatch(/<strong>erreur<\/strong> <span>modeles\/fiche\.md\.hbs:\d+/);
    expect(wrong).toContain('Vous lisez le dernier rapport sans erreur.');
  });

  it('shows a picture too large for a page, made smaller, as the compiled report does', async () => {
    const cwd = workspaceOf({
      ici: { 'diagnostic.md': '![La grande carte](medias/carte.jpg)\n\n![Le grand plan](medias/plan.png)\n' },
    });
    const medias = join(cwd, 'dossiers/ici/medias');
    mkdirSync(medias);
    writeFileSync(join(medias, 'carte.jpg'), jpeg(3400, 340));
    writeFileSync(join(medias, 'plan.png'), png(3400, 170));
    const { address } = await previewing(cwd);
    const { text } = await ask(address, '/');
    const shown = [...text.matchAll(/<img src="data:image\/(jpeg|png);base64,([^"]+)" alt="([^"]+)"/g)];
    const sizes = shown.map(([, type, bytes = '', alt]) => {
      const { width, height } = looked(Buffer.from(bytes, 'base64'));
      return [alt, type, width, height];
    });
    expect(sizes).toEqual([
      ['La grande carte', 'jpeg', 1600, 160],
      ['Le grand plan', 'png', 1600, 80],
    ]);
  });

  it('lists several dossiers in their order, one page each, and tells only the page that changes', async () => {
    const cwd = workspaceOf({ b: {}, a: { 'dossier.yaml': sheet('a').replace('Ici', 'Atelier <script>x</script>') } });
    const preview = await previewing(cwd);
    const list = (await ask(preview.address, '/')).text;
    expect([...list.matchAll(/<li><a href="([^"]+)">([^<]*)</g)].map(([, path, title]) => [path, title])).toEqual([
      ['/a/', 'Atelier &lt;script&gt;x&lt;/script&gt;'],
      ['/b/', 'Ici'],
    ]);
    expect((await ask(preview.address, '/b/')).text).toMatch(/<h1>Ici<\/h1>[\s\S]*<a href="\/">Tous les dossiers<\/a>/);
    const [a, b] = [await followed(preview.address, '/a/'), await followed(preview.address, '/b/')];
    await b.after(() => saved(join(cwd, 'dossiers/b/dossier.yaml'), sheet('b').replace('Ici', 'Ailleurs')));
    expect(a.told).toHaveLength(1);
    const later = await followed(preview.address, '/');
    await later.after(() => put(cwd, { 'dossiers/c/dossier.yaml': sheet('c') }));
    expect((await ask(preview.address, '/')).text).toContain('href="/c/"');
  });

  it('gives nothing to foreign names, other methods and unknown paths', async () => {
    const cwd = workspaceOf({ ici: {} });
    const { address } = await previewing(cwd);
    const { host, port } = new URL(address);
    const statusOf = async (path: string, headers = {}, method = 'GET') =>
      (await ask(address, path, headers, method)).status;
    expect(await statusOf('/', { Host: `localhost:${port}` })).toBe(200);
    for (const Host of [
      'exemple.fr',
      `exemple.fr:${port}`,
      'localhost',
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `${host}.exemple.fr`,
    ])
      expect([Host, await statusOf('/', { Host })]).toEqual([Host, 403]);
    expect(await statusOf('/suivi', { Host: `exemple.fr:${port}` })).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, headers } = await ask(address, '/', {}, method);
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
    for (const path of [
      '/rien/',
      '/atelier.yaml',
      '/ici/dossier.yaml',
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/ici/../atelier.yaml',
      '/ici/%2e%2e/',
      '//etc/passwd',
      '/%',
      '/rien/suivi',
      '/constructor/',
      `${address}ici/`,
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    const head = await ask(address, '/', {}, 'HEAD');
    expect([head.status, head.text, Number(head.headers['content-length']) > 1000]).toEqual([200, '', true]);
    expect((await ask(address, '/suivi', {}, 'HEAD')).headers['content-type']).toContain('text/event-stream');
  });

  it('shows names and words of a dossier as text, whatever is in them', async () => {
    const name = `<script>alert('x')<‮b>`;
    const cwd = workspaceOf({ [name]: {} });
    put(join(cwd, 'dossiers', name), {
      'dossier.yaml': `${sheet(name).replace('id:', 'idd:')}"<script>alert(1)</script>": 2\n`,
    });
    mkdirSync(join(cwd, 'dossiers', name, '"><img src=x onerror=alert(1)>.md'));
    const { address } = await previewing(cwd);
    const { text } = await ask(address, '/');
    expect(text).toContain('dossier.yaml:2:1</code>');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/<img|‮/);
    expect((await ask(address, `/${encodeURIComponent(name)}/`)).status).toBe(200);
  });

  it('takes the port asked for, and says in one line that it is taken', async () => {
    const cwd = workspaceOf({ ici: {} });
    const first = await previewing(cwd);
    const { port } = new URL(first.address);
    const second = await previewing(cwd, ['--port', port]);
    expect([await second.stop('SIGINT'), second.out(), second.err()]).toEqual([
      2,
      '',
      `erreur : le port ${port} est déjà pris par un autre programme\n  prenez-en un autre, ou laissez choisir : atelier preview, sans --port\n`,
    ]);
    await first.stop('SIGINT');
    const third = await previewing(cwd, ['--port', port]);
    expect(third.address).toBe(first.address);
    for (const word of ['0', '65536', '80a', '-1']) {
      const { code, err } = await atelier(['preview', `--port=${word}`], cwd);
      expect([code, err]).toEqual([2, `erreur : --port attend un nombre entre 1 et 65535, pas « ${word} »\n`]);
    }
  });

  it('opens the browser where it is asked to, and says where there is none', async () => {
    const [cwd, programs] = [workspaceOf({ ici: {} }), freshFolder()];
    const none = await previewing(cwd, ['--open'], { PATH: programs });
    await until(() => none.err().includes('Pas de navigateur à ouvrir d’ici'));
    expect((await ask(none.address, '/')).status).toBe(200);
    const asked = join(programs, 'asked');
    for (const name of ['xdg-open', 'open'])
      writeFileSync(join(programs, name), `#!/bin/sh\nprintf %s "$1" >${asked}\n`, { mode: 0o755 });
    const opened = await previewing(cwd, ['--open'], { PATH: programs });
    await until(() => existsSync(asked) && readFileSync(asked, 'utf8') !== '');
    expect(readFileSync(asked, 'utf8')).toBe(opened.address);
    expect(await opened.stop('SIGINT')).toBe(130);
  });

  it('says so where there is nothing to show, and speaks English', async () => {
    const empty = freshFolder();
    put(empty, { 'atelier.yaml': 'format: 1\n' });
    const { code, err } = await atelier(['preview', '--lang', 'en'], empty);
    expect([code, err]).toEqual([2, 'error: no dossier here: nothing to show\n  to start one: atelier init\n']);
    const preview = await previewing(workspaceOf({ ici: { 'acteurs.yaml': 'acteurs: 12\n' } }), ['--lang', 'en']);
    const { text } = await ask(preview.address, '/');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('The report will appear here once the errors are corrected.');
    expect(preview.err()).toContain('Ctrl-C to end');
  });
});
