// AWS's own client for the control plane, through the calls of control.json: what their answers have to say, and what of them later calls need.
// With RECORD=<file> its requests are written there, one a line, times and tokens left out: control.requests.jsonl, to which our own client is held.
import { readFileSync, writeFileSync } from 'node:fs';
import * as bedrock from '@aws-sdk/client-bedrock';

const texts = value => value instanceof Date ? value.toISOString() : String(value ?? '');
const member = (answer, path) => path.split('.').reduce((node, part) => node?.[part], answer);

const shown = text => text
  .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
  .replace(/("client(Request)?Token":")[^"]+"/g, '$1token"');

export async function tour(options, check) {
  const kept = {}, called = new Set(), client = new bedrock.BedrockClient(options);
  const requests = [];
  client.middlewareStack.add(next => async args => {
    const { method, path, query, body } = args.request;
    requests.push({ method, path, query, body: body ? JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) : null });
    return next(args);
  }, { step: 'finalizeRequest', priority: 'low' });
  const fill = (value, name) => Array.isArray(value) ? value.map(element => fill(element))
    : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key)]))
    : typeof value !== 'string' ? value
    : name === 'formData' ? Buffer.from(value, 'base64')
    : name === 'lastUpdatedAt' ? new Date(kept[value.slice(1, -1)])
    : kept[value.slice(1, -1)] !== undefined && value.startsWith('{') && value.endsWith('}') ? kept[value.slice(1, -1)] : value;
  for (const step of JSON.parse(readFileSync(new URL('control.json', import.meta.url)))) {
    if (step.wait) {
      await new Promise(resolve => setTimeout(resolve, 1000 * step.wait));
      continue;
    }

    await check(`control plane, ${step.call}`, async () => {
      let answer;
      called.add(step.call);
      try {
        answer = await client.send(new bedrock[`${step.call}Command`](fill(step.with)));
      } catch (e) {
        if (e.name !== step.error) throw e;
        return;
      }

      if (step.error) throw new Error(`no ${step.error}`);
      for (const [path, due] of Object.entries(step.is ?? {})) {
        if (texts(member(answer, path)) !== texts(fill(due))) throw new Error(`${path} is '${texts(member(answer, path))}' and not '${texts(fill(due))}'`);
      }

      for (const [name, path] of Object.entries(step.keep ?? {})) {
        kept[name] = texts(member(answer, path));
        if (!kept[name]) throw new Error(`no ${path}`);
      }
    });
  }

  client.destroy();
  if (process.env.RECORD) writeFileSync(process.env.RECORD, requests.map(request => shown(JSON.stringify(request)) + '\n').join(''));
  return called.size;
}
