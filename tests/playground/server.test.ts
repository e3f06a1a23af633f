import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openSlack } from './bots.ts';
import { closeAfterEach, workspace } from './workspaces.ts';

closeAfterEach();

/** fetch sets Host and Origin itself, so the bare client asks. */
function ask(url: string, method: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

describe('the local workspace', () => {
  it('answers only requests that name this machine', async () => {
    const slack = await workspace();
    const { port } = new URL(slack.url);
    expect(await ask(`${slack.url}/local/state`, 'GET', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await ask(`${slack.url}/local/state`, 'GET', { host: `localhost:${port}` })).toBe(200);
    expect(await ask(`${slack.url}/local/state`, 'GET', { host: 'evil.example' })).toBe(403);
    expect(await ask(`${slack.url}/local/state`, 'GET', { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
  });

  it('takes no orders from other sites', async () => {
    const slack = await workspace();
    const json = { 'content-type': 'application/json' };
    expect(await ask(`${slack.url}/local/say`, 'POST', { ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await ask(`${slack.url}/local/say`, 'POST', { ...json, origin: 'null' })).toBe(403);
    expect(await ask(`${slack.url}/local/say`, 'POST', { origin: slack.url, 'content-type': 'text/plain' })).toBe(404);
    expect(await ask(`${slack.url}/local/say`, 'POST', { ...json, origin: slack.url })).toBe(400);
  });

  it('listens on this machine only', async () => {
    await expect(openSlack({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'HOST_NOT_LOOPBACK' });
  });

  it('says which port is taken and what to do', async () => {
    const slack = await workspace();
    const port = Number(new URL(slack.url).port);
    await expect(openSlack({ port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(`PORT=${port + 1}`),
    });
  });

  it('lets the host program add addresses of its own', async () => {
    const slack = await workspace({
      routes: (incoming, response) => {
        if (incoming.url !== '/healthz') return false;
        response.writeHead(200).end('ok');
        return true;
      },
    });
    expect(await ask(`${slack.url}/healthz`, 'GET', {})).toBe(200);
    expect(await ask(`${slack.url}/elsewhere`, 'GET', {})).toBe(404);
  });

  it('serves no file from outside the page', async () => {
    const slack = await workspace({ page: 'src/playground/page' });
    expect(await ask(`${slack.url}/index.html`, 'GET', {})).toBe(200);
    expect(await ask(`${slack.url}/..%2f..%2f..%2fbiome.json`, 'GET', {})).toBe(404);
    expect(await ask(`${slack.url}/%`, 'GET', {})).toBe(404);
  });
});
