// Tests of a program in JavaScript against `bedrock serve`. Run: npm install @aws-sdk/client-bedrock-runtime; node --test
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

const script = fileURLToPath(new URL('../tides.json', import.meta.url));
const messages = [{ role: 'user', content: [{ text: 'When is high water?' }] }];
let server, bedrock;

before(async () => {
  const [command, ...rest] = (process.env.BEDROCK ?? 'bedrock').split(' ');
  server = spawn(command, [...rest, 'serve', '--script', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    const { url, region, accessKeyId, secretAccessKey } = JSON.parse(line);
    bedrock = new BedrockRuntimeClient({ endpoint: url, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
    break;
  }
});

after(() => { bedrock?.destroy(); server.kill(); });

test('answer', async () => {
  const answer = await bedrock.send(new ConverseCommand({ modelId: 'amazon.nova-lite-v1:0', messages }));
  assert.equal(answer.output.message.content[0].text, 'At nine.');
});

test('stream', async () => {
  const { stream } = await bedrock.send(new ConverseStreamCommand({ modelId: 'amazon.nova-lite-v1:0', messages }));
  let text = '';
  for await (const event of stream) text += event.contentBlockDelta?.delta.text ?? '';
  assert.equal(text, 'At nine.');
});

test('throttled', async () => {
  await assert.rejects(bedrock.send(new ConverseCommand({ modelId: 'amazon.nova-micro-v1:0', messages })), { name: 'ThrottlingException' });
});
