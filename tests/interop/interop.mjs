// AWS's own client through every operation, over HTTP/1.1 and HTTP/2, by signature and by API key; wrong keys; faults.
// The first argument is the line of JSON that the server printed.
import {
  ApplyGuardrailCommand, BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, CountTokensCommand, GetAsyncInvokeCommand,
  InvokeGuardrailChecksCommand, InvokeModelCommand, InvokeModelWithBidirectionalStreamCommand, InvokeModelWithResponseStreamCommand, ListAsyncInvokesCommand,
  StartAsyncInvokeCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { agents } from './agents.mjs';
import { tour } from './control.mjs';
import { NodeHttp2Handler, NodeHttpHandler } from '@smithy/node-http-handler';

const server = JSON.parse(process.argv[2]);
const nova = 'amazon.nova-lite-v1:0', claude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const messages = [{ role: 'user', content: [{ text: 'Why is the sky blue?' }] }];
const bytes = value => new TextEncoder().encode(JSON.stringify(value));
const text = data => new TextDecoder().decode(data);
const claudeBody = bytes({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 50, messages: [{ role: 'user', content: 'What is a jetty?' }] });

function due(isSo, what) { if (!isSo) throw new Error(what); }

const operations = {
  async Converse(client) {
    const answer = await client.send(new ConverseCommand({ modelId: nova, messages }));
    due(answer.output.message.content[0].text.includes('sky'), 'no text');
    due(answer.usage.outputTokens > 0, 'no usage');
  },
  async ConverseStream(client) {
    const answer = await client.send(new ConverseStreamCommand({ modelId: nova, messages }));
    let whole = '', stop = null, usage = null;
    for await (const event of answer.stream) {
      whole += event.contentBlockDelta?.delta?.text ?? '';
      stop ??= event.messageStop?.stopReason;
      usage ??= event.metadata?.usage;
    }
    due(whole.includes('sky') && stop === 'end_turn' && usage.totalTokens > 0, `a stream of '${stop}'`);
  },
  async ToolCall(client) {
    const inputSchema = { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } };
    const answer = await client.send(new ConverseCommand({
      modelId: nova, messages: [{ role: 'user', content: [{ text: 'Use weather for Oslo.' }] }],
      toolConfig: { tools: [{ toolSpec: { name: 'weather', description: 'Weather.', inputSchema } }] },
    }));
    due(answer.stopReason === 'tool_use', answer.stopReason);
  },
  async InvokeModel(client) {
    const answer = await client.send(new InvokeModelCommand({ modelId: claude, body: claudeBody, contentType: 'application/json' }));
    due(JSON.parse(text(answer.body)).content[0].text.includes('jetty'), 'no text');
  },
  async InvokeModelEmbedding(client) {
    const answer = await client.send(new InvokeModelCommand({ modelId: 'amazon.titan-embed-text-v2:0', body: bytes({ inputText: 'hello' }) }));
    due(JSON.parse(text(answer.body)).embedding.length === 1024, 'no vector');
  },
  async InvokeModelWithResponseStream(client) {
    const answer = await client.send(new InvokeModelWithResponseStreamCommand({ modelId: claude, body: claudeBody }));
    let last = null, count = 0;
    for await (const event of answer.body) { last = JSON.parse(text(event.chunk.bytes)); count++; }
    due(last.type === 'message_stop' && last['amazon-bedrock-invocationMetrics'].outputTokenCount > 0 && count > 4, `ended with ${last?.type}`);
  },
  async CountTokens(client) {
    const answer = await client.send(new CountTokensCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0', input: { converse: { messages } } }));
    due(answer.inputTokens > 0, 'no count');
  },
  async ApplyGuardrail(client) {
    const answer = await client.send(new ApplyGuardrailCommand({
      guardrailIdentifier: 'harbour', guardrailVersion: '1', source: 'INPUT', content: [{ text: { text: 'hello' } }],
    }));
    due(answer.action === 'NONE', answer.action);
  },
  async InvokeGuardrailChecks(client) {
    await client.send(new InvokeGuardrailChecksCommand({
      messages: [{ role: 'user', content: [{ text: 'hello' }] }], checks: { contentFilter: { categories: [{ category: 'HATE' }] } },
    }));
  },
  async AsyncInvoke(client) {
    const started = await client.send(new StartAsyncInvokeCommand({
      modelId: 'amazon.nova-reel-v1:1', modelInput: { taskType: 'TEXT_VIDEO', textToVideoParams: { text: 'a boat' } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
    }));
    const job = await client.send(new GetAsyncInvokeCommand({ invocationArn: started.invocationArn }));
    due(job.invocationArn === started.invocationArn && job.status, 'no job');
    const list = await client.send(new ListAsyncInvokesCommand({ maxResults: 5 }));
    due(list.asyncInvokeSummaries.length > 0, 'no list');
  },
};

// Events in and events out at the same time: over HTTP/2 and by signature alone, as on AWS.
async function talk(client) {
  const said = [], until = {};
  until.answered = new Promise(resolve => { until.answer = resolve; });
  async function* input() {
    const events = [
      { sessionStart: { inferenceConfiguration: { maxTokens: 50 } } },
      { promptStart: { promptName: 'p', audioOutputConfiguration: { mediaType: 'audio/lpcm', sampleRateHertz: 24000 } } },
      { contentStart: { promptName: 'p', contentName: 'c', type: 'TEXT', interactive: true, role: 'USER' } },
      { textInput: { promptName: 'p', contentName: 'c', content: 'How high is the tide?' } },
      { contentEnd: { promptName: 'p', contentName: 'c' } },
    ];
    for (const event of events) yield { chunk: { bytes: bytes({ event }) } };
    await until.answered; // The answer comes while the request is still open.
    for (const event of [{ promptEnd: { promptName: 'p' } }, { sessionEnd: {} }]) yield { chunk: { bytes: bytes({ event }) } };
  }
  const answer = await client.send(new InvokeModelWithBidirectionalStreamCommand({ modelId: 'amazon.nova-2-sonic-v1:0', body: input() }));
  for await (const { chunk } of answer.body) {
    const { event } = JSON.parse(text(chunk.bytes));
    said.push(event);
    if (event.completionEnd) until.answer();
  }
  due(said.some(event => event.textOutput?.content.includes('tide')) && said.some(event => event.audioOutput), 'nothing was said');
}

const model = name => `arn:aws:bedrock:us-east-1:123456789012:provisioned-model/${name}`;
const faults = {
  'throttling': e => e.name === 'ThrottlingException' && e.$metadata.httpStatusCode === 429,
  'unavailable': e => e.name === 'ServiceUnavailableException' && e.$metadata.httpStatusCode === 503,
  'server-error': e => e.name === 'InternalServerException',
  'not-ready': e => e.name === 'ModelNotReadyException',
  'model-timeout': e => e.name === 'ModelTimeoutException',
  'model-error': e => e.name === 'ModelErrorException',
  'denied': e => e.name === 'AccessDeniedException' && e.$metadata.httpStatusCode === 403,
  'gateway': e => e.$metadata?.httpStatusCode === 502 || e.$response?.statusCode === 502 || e instanceof SyntaxError,
  'no-json': e => e instanceof SyntaxError || e.name === 'SyntaxError',
};
const streamFaults = {
  'reset': () => true,
  'stream-error': e => e.name === 'ModelStreamErrorException',
  'corrupt': e => /checksum/i.test(e.message),
};

const signed = { credentials: { accessKeyId: server.accessKeyId, secretAccessKey: server.secretAccessKey } };
const byKey = { token: async () => ({ token: server.apiKey }), authSchemePreference: ['httpBearerAuth'] };
const handlers = { 'HTTP/1.1': () => new NodeHttpHandler(), 'HTTP/2': () => new NodeHttp2Handler() };
let passed = 0, failed = 0;

async function check(name, run) {
  try {
    await run();
    passed++;
  } catch (e) {
    failed++;
    console.error(`FAILED ${name}: ${e.name}: ${e.message}`);
  }
}

async function fails(isDue, run) {
  let error = null;
  try { await run(); } catch (e) { error = e; }
  due(error, 'nothing failed');
  due(isDue(error), `another error: ${error.name}: ${error.message}`);
}

for (const [protocol, requestHandler] of Object.entries(handlers)) {
  const make = identity => new BedrockRuntimeClient({
    endpoint: server.url, region: server.region, maxAttempts: 1, requestHandler: requestHandler(), ...identity,
  });
  for (const [kind, identity] of Object.entries({ signature: signed, 'API key': byKey })) {
    const client = make(identity);
    for (const [name, run] of Object.entries(operations)) await check(`${protocol}, ${kind}, ${name}`, () => run(client));
    // An API key signs no frames: the client looks for credentials then.
    if (protocol === 'HTTP/2' && kind === 'signature') await check(`${protocol}, ${kind}, InvokeModelWithBidirectionalStream`, () => talk(client));

    client.destroy();
  }

  const wrong = make({ credentials: { ...signed.credentials, secretAccessKey: 'not-the-secret' } });
  await check(`${protocol}, wrong key`, () => fails(e => e.$metadata?.httpStatusCode === 403, () => operations.Converse(wrong)));
  wrong.destroy();
  const client = make(signed);
  for (const [name, isDue] of Object.entries(faults)) {
    await check(`${protocol}, fault ${name}`, () => fails(isDue, () => client.send(new ConverseCommand({ modelId: model(name), messages }))));
  }

  for (const [name, isDue] of Object.entries(streamFaults)) {
    await check(`${protocol}, stream fault ${name}`, async () => {
      let events = 0;
      await fails(isDue, async () => {
        const answer = await client.send(new ConverseStreamCommand({ modelId: model(name), messages }));
        for await (const event of answer.stream) if (event) events++;
      });
      due(events === 2, `${events} events before it`);
    });
  }

  client.destroy();
}

const answered = await tour({ endpoint: server.url, region: server.region, maxAttempts: 1, ...signed }, check);
await check('control plane, every operation', () => due(answered === 108, `only ${answered} operations`));

await agents({ endpoint: server.url, region: server.region, maxAttempts: 1, ...signed }, check);

console.log(`interop: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
