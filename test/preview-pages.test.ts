import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../src/ui/preview/page.ts';
import type { Panel, Problem } from '../src/ui/preview/panel.ts';
import { servePages } from '../src/ui/preview/server.ts';
import { ask, until } from './preview-run.ts';

const panel: Panel = { langue: 'fr', problems: [], state: 'fresh', home: null };
const problem: Problem = { severity: 'warning', where: 'a.yaml:1:1', message: { fr: 'Oui.', en: 'Yes.' }, rule: 'id' };

describe('a page of the preview', () => {
  it('takes the policy of the report out of its head, however a template writes it, and nothing out of its text', () => {
    const policy = `<META content="default-src 'none'" HTTP-EQUIV = 'Content-Security-Policy'>`;
    const said = '<p>&lt;meta http-equiv="Content-Security-Policy"&gt;</p><meta http-equiv="Content-Security-Policy">';
    const page = reportPage(`<head>${policy}<title>a</title></head><body>${said}</body></html>`, panel).html('n');
    expect(page).toContain(`<head><title>a</title></head><body>${said}\n<atelier-apercu`);
    const whole = reportPage(`<title>$&</title><p>sans corps`, panel).html('n');
    expect(whole).toMatch(/^<title>\$&<\/title><p>sans corps\n<atelier-apercu[\s\S]*<script nonce="n">/);
  });

  it('has another version when its text or its problems change, and no other time', () => {
    const version = (text: string, more: Partial<Panel> = {}) => reportPage(text, { ...panel, ...more }).version;
    expect(version('a')).toBe(version('a'));
    const others = [version('b'), version('a', { problems: [problem] }), version('a', { state: 'stale' })];
    expect(new Set([version('a'), ...others]).size).toBe(4);
  });

  it('shows the first two hundred problems, and says how many more there are', () => {
    const page = reportPage('<p>', { ...panel, problems: Array.from({ length: 203 }, () => problem) }).html('n');
    expect(page.match(/<li class="warning">/g)).toHaveLength(200);
    expect(page).toContain('Et 3 de plus');
    expect(page).toContain('Problèmes (203)');
  });

  it('masks personal data and shows what hides', () => {
    const message = { fr: 'Écrire à prenom.nom@exemple.fr \u202e', en: '' };
    const page = reportPage('<p>', { ...panel, problems: [{ ...problem, message }] }).html('n');
    expect(page).toContain('Écrire à p•••@e•••.fr \\u202e');
  });
});

/** An error where none may be. */
const rethrown = (error: unknown) => {
  throw error;
};

describe('the server', () => {
  it('answers 500 and passes on an error of ours', async () => {
    const errors: unknown[] = [];
    const wrong = new Error('ours');
    const failing = () => {
      throw wrong;
    };
    const server = await servePages(failing, undefined, (error) => errors.push(error));
    expect((await ask(server.address, '/')).status).toBe(500);
    expect(errors).toEqual([wrong]);
    await server.close();
  });

  it('lets go of its port while a connection says nothing, and of the page of a dossier that is gone', async () => {
    let page: ReturnType<typeof reportPage> | undefined = reportPage('a', panel);
    const server = await servePages(() => page, undefined, rethrown);
    const port = Number(new URL(server.address).port);
    let [told, over] = ['', false];
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET /suivi HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`),
    );
    socket.on('data', (text) => {
      told += text;
    });
    socket.on('close', () => {
      over = true;
    });
    await until(() => told.includes(`data: ${page?.version}`));
    server.changed();
    page = undefined;
    server.changed();
    await until(() => /data: \n\n/.test(told));
    expect(told.match(/^data: /gm)).toHaveLength(2);
    const silent = connect(port, '127.0.0.1');
    await new Promise((done) => silent.once('connect', done));
    await server.close();
    await until(() => over);
    const again = await servePages(() => undefined, port, rethrown);
    expect(again.address).toBe(server.address);
    await again.close();
  });
});
