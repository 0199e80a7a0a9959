// AWS's own clients for agents, knowledge bases, AgentCore and S3 Vectors against the server, everything made by them.
import * as core from '@aws-sdk/client-bedrock-agentcore';
import * as building from '@aws-sdk/client-bedrock-agent';
import * as runtime from '@aws-sdk/client-bedrock-agent-runtime';
import * as vectors from '@aws-sdk/client-s3vectors';

const text = data => new TextDecoder().decode(data);
function due(isSo, what) { if (!isSo) throw new Error(what); }

async function fails(name, run) {
  let error = null;
  try { await run(); } catch (e) { error = e; }
  due(error?.name === name, `${error?.name ?? 'nothing'} in the place of ${name}`);
}

export async function agents(options, check) {
  const clients = {
    runtime: new runtime.BedrockAgentRuntimeClient(options), building: new building.BedrockAgentClient(options),
    core: new core.BedrockAgentCoreClient(options), vectors: new vectors.S3VectorsClient(options),
  };
  let knowledgeBaseId, dataSourceId, sessionId;
  const custom = (id, data) => ({
    content: { dataSourceType: 'CUSTOM', custom: {
      customDocumentIdentifier: { id }, sourceType: 'IN_LINE', inlineContent: { type: 'TEXT', textContent: { data } },
    } },
    metadata: { type: 'IN_LINE_ATTRIBUTE', inlineAttributes: [{ key: 'port', value: { type: 'STRING', stringValue: id === 'tides' ? 'north' : 'south' } }] },
  });
  const configuration = () => ({
    type: 'KNOWLEDGE_BASE',
    knowledgeBaseConfiguration: { knowledgeBaseId, modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
  });

  const steps = {
    async CreateKnowledgeBase() {
      const made = await clients.building.send(new building.CreateKnowledgeBaseCommand({
        name: 'harbour', roleArn: 'arn:aws:iam::123456789012:role/knowledge',
        knowledgeBaseConfiguration: { type: 'VECTOR', vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0' } },
      }));
      knowledgeBaseId = made.knowledgeBase.knowledgeBaseId;
      due(made.knowledgeBase.createdAt instanceof Date, 'no time');
      const source = await clients.building.send(new building.CreateDataSourceCommand({
        knowledgeBaseId, name: 'sheets', dataSourceConfiguration: { type: 'CUSTOM' },
      }));
      dataSourceId = source.dataSource.dataSourceId;
    },
    async IngestKnowledgeBaseDocuments() {
      const answer = await clients.building.send(new building.IngestKnowledgeBaseDocumentsCommand({
        knowledgeBaseId, dataSourceId, documents: [custom('tides', 'High tide is at 06:10.'), custom('fees', 'Mooring costs 20 crowns.')],
      }));
      due(answer.documentDetails.length === 2 && answer.documentDetails[0].status === 'STARTING', 'no details');
      const state = await clients.building.send(new building.GetKnowledgeBaseDocumentsCommand({
        knowledgeBaseId, dataSourceId, documentIdentifiers: [{ dataSourceType: 'CUSTOM', custom: { id: 'tides' } }],
      }));
      due(state.documentDetails[0].status === 'INDEXED', state.documentDetails[0].status);
    },
    async Retrieve() {
      const answer = await clients.runtime.send(new runtime.RetrieveCommand({
        knowledgeBaseId, retrievalQuery: { text: 'When is high tide?' },
        retrievalConfiguration: { vectorSearchConfiguration: { numberOfResults: 3, filter: { equals: { key: 'port', value: 'north' } } } },
      }));
      due(answer.retrievalResults.length === 1 && answer.retrievalResults[0].content.text.includes('06:10'), 'nothing found');
    },
    async RetrieveAndGenerate() {
      const answer = await clients.runtime.send(new runtime.RetrieveAndGenerateCommand({
        input: { text: 'When is high tide?' }, retrieveAndGenerateConfiguration: configuration(),
      }));
      sessionId = answer.sessionId;
      const part = answer.citations[0].generatedResponsePart.textResponsePart;
      due(answer.output.text.slice(part.span.start, part.span.end + 1) === part.text, 'the span is another text');
      due(answer.citations[0].retrievedReferences[0].content.text.includes('06:10'), 'no reference');
    },
    async RetrieveAndGenerateStream() {
      const answer = await clients.runtime.send(new runtime.RetrieveAndGenerateStreamCommand({
        input: { text: 'When is high tide?' }, sessionId, retrieveAndGenerateConfiguration: configuration(),
      }));
      let whole = '', citations = 0;
      for await (const event of answer.stream) {
        whole += event.output?.text ?? '';
        citations += event.citation ? 1 : 0;
      }
      due(answer.sessionId === sessionId && whole.includes('06:10') && citations > 0, `'${whole}', ${citations} citations`);
    },
    async InvokeAgent() {
      const answer = await clients.runtime.send(new runtime.InvokeAgentCommand({
        agentId: 'AG12345678', agentAliasId: 'AL12345678', sessionId: 'session-1', inputText: 'How high is the tide?',
        streamingConfigurations: { streamFinalResponse: true },
      }));
      let whole = '', chunks = 0;
      for await (const event of answer.completion) {
        whole += text(event.chunk.bytes);
        chunks++;
      }
      due(whole.includes('tide') && chunks > 3 && answer.sessionId === 'session-1', `'${whole}' in ${chunks} chunks`);
    },
    async Rerank() {
      const source = data => ({ type: 'INLINE', inlineDocumentSource: { type: 'TEXT', textDocument: { text: data } } });
      const answer = await clients.runtime.send(new runtime.RerankCommand({
        queries: [{ type: 'TEXT', textQuery: { text: 'mooring fee' } }], sources: [source('Gulls nest here.'), source('The mooring fee is due.')],
        rerankingConfiguration: { type: 'BEDROCK_RERANKING_MODEL', bedrockRerankingConfiguration: {
          modelConfiguration: { modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/cohere.rerank-v3-5:0' } } },
      }));
      due(answer.results[0].index === 1, 'another order');
    },
    async InvokeAgentRuntime() {
      const answer = await clients.core.send(new core.InvokeAgentRuntimeCommand({
        agentRuntimeArn: 'arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/tides-0123456789', contentType: 'application/json',
        runtimeSessionId: 'session-0123456789-0123456789-0123456789', payload: new TextEncoder().encode('{"prompt":"hi"}'),
      }));
      due(await answer.response.transformToString() === '{"prompt":"hi"}', 'another body');
      due(answer.runtimeSessionId === 'session-0123456789-0123456789-0123456789' && answer.statusCode === 200, 'another session');
    },
    async Vectors() {
      const place = { vectorBucketName: 'harbour', indexName: 'sheets' };
      await clients.vectors.send(new vectors.CreateVectorBucketCommand({ vectorBucketName: place.vectorBucketName }));
      await clients.vectors.send(new vectors.CreateIndexCommand({ ...place, dataType: 'float32', dimension: 2, distanceMetric: 'cosine' }));
      await clients.vectors.send(new vectors.PutVectorsCommand({ ...place, vectors: [
        { key: 'a', data: { float32: [1, 0] }, metadata: { pier: 3 } }, { key: 'b', data: { float32: [0, 1] }, metadata: { pier: 4 } },
      ] }));
      const found = await clients.vectors.send(new vectors.QueryVectorsCommand({
        ...place, topK: 3, queryVector: { float32: [1, 0.1] }, filter: { pier: { $gte: 4 } }, returnDistance: true, returnMetadata: true,
      }));
      due(found.vectors.length === 1 && found.vectors[0].key === 'b' && found.vectors[0].metadata.pier === 4, 'another result');
      const got = await clients.vectors.send(new vectors.GetVectorsCommand({ ...place, keys: ['a'], returnData: true }));
      due(got.vectors[0].data.float32[0] === 1, 'another vector');
      const listed = await clients.vectors.send(new vectors.ListVectorsCommand(place));
      due(listed.vectors.length === 2, 'another list');
      const about = await clients.vectors.send(new vectors.GetIndexCommand(place));
      due(about.index.creationTime instanceof Date && about.index.dimension === 2, 'another index');
      await clients.vectors.send(new vectors.DeleteVectorsCommand({ ...place, keys: ['a'] }));
      await clients.vectors.send(new vectors.DeleteIndexCommand(place));
      await clients.vectors.send(new vectors.DeleteVectorBucketCommand({ vectorBucketName: place.vectorBucketName }));
      await fails('NotFoundException', () => clients.vectors.send(new vectors.GetIndexCommand(place)));
    },
    async WrongKeys() {
      const wrong = { ...options, credentials: { ...options.credentials, secretAccessKey: 'not-the-secret' } };
      for (const [client, command] of [
        [new runtime.BedrockAgentRuntimeClient(wrong), new runtime.RetrieveCommand({ knowledgeBaseId, retrievalQuery: { text: 'x' } })],
        [new vectors.S3VectorsClient(wrong), new vectors.ListVectorBucketsCommand({})],
      ]) {
        await fails('InvalidSignatureException', () => client.send(command));
        client.destroy();
      }
    },
  };
  for (const [name, run] of Object.entries(steps)) await check(`agents, ${name}`, run);
  for (const client of Object.values(clients)) client.destroy();
}
