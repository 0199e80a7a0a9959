using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Knowledge bases, agents, AgentCore runtimes and S3 Vectors, answered from what earlier calls made and from scripts.</summary>
internal sealed class SimulatedAgents : ISimulatedOperation
{
    private const string Knowledge = "/knowledgebases/{knowledgeBaseId}";
    private const string Source = Knowledge + "/datasources/{dataSourceId}";

    private static readonly Dictionary<string, Func<AgentsCall, Answer>> Operations = new(StringComparer.Ordinal)
    {
        ["AgenticRetrieveStream"] = KnowledgeOperations.AgenticRetrieveStream,
        ["GenerateQuery"] = KnowledgeOperations.GenerateQuery,
        ["InvokeAgent"] = AgentOperations.InvokeAgent,
        ["Rerank"] = KnowledgeOperations.Rerank,
        ["Retrieve"] = KnowledgeOperations.Retrieve,
        ["RetrieveAndGenerate"] = KnowledgeOperations.RetrieveAndGenerate,
        ["RetrieveAndGenerateStream"] = KnowledgeOperations.RetrieveAndGenerateStream,
        ["CreateDataSource"] = KnowledgeBaseOperations.CreateSource,
        ["CreateKnowledgeBase"] = KnowledgeBaseOperations.Create,
        ["DeleteKnowledgeBase"] = KnowledgeBaseOperations.Delete,
        ["DeleteKnowledgeBaseDocuments"] = KnowledgeBaseOperations.DeleteDocuments,
        ["GetDataSource"] = KnowledgeBaseOperations.GetSource,
        ["GetKnowledgeBase"] = KnowledgeBaseOperations.Get,
        ["GetKnowledgeBaseDocuments"] = KnowledgeBaseOperations.GetDocuments,
        ["IngestKnowledgeBaseDocuments"] = KnowledgeBaseOperations.Ingest,
        ["ListDataSources"] = KnowledgeBaseOperations.ListSources,
        ["ListKnowledgeBaseDocuments"] = KnowledgeBaseOperations.ListDocuments,
        ["ListKnowledgeBases"] = KnowledgeBaseOperations.List,
        ["InvokeAgentRuntime"] = AgentOperations.InvokeRuntime,
        ["CreateIndex"] = VectorOperations.CreateIndex,
        ["CreateVectorBucket"] = VectorOperations.CreateBucket,
        ["DeleteIndex"] = VectorOperations.DeleteIndex,
        ["DeleteVectorBucket"] = VectorOperations.DeleteBucket,
        ["DeleteVectors"] = VectorOperations.Delete,
        ["GetIndex"] = VectorOperations.GetIndex,
        ["GetVectorBucket"] = VectorOperations.GetBucket,
        ["GetVectors"] = VectorOperations.Get,
        ["ListIndexes"] = VectorOperations.ListIndexes,
        ["ListVectorBuckets"] = VectorOperations.ListBuckets,
        ["ListVectors"] = VectorOperations.List,
        ["PutVectors"] = VectorOperations.Put,
        ["QueryVectors"] = VectorOperations.Query,
    };

    public IReadOnlyList<OperationTemplate> Templates { get; } =
    [
        new("AgenticRetrieveStream", "POST", "/agenticRetrieveStream") { IsStreaming = true },
        new("GenerateQuery", "POST", "/generateQuery"),
        new("InvokeAgent", "POST", "/agents/{agentId}/agentAliases/{agentAliasId}/sessions/{sessionId}/text") { IsStreaming = true },
        new("Rerank", "POST", "/rerank"),
        new("Retrieve", "POST", Knowledge + "/retrieve"),
        new("RetrieveAndGenerate", "POST", "/retrieveAndGenerate"),
        new("RetrieveAndGenerateStream", "POST", "/retrieveAndGenerateStream") { IsStreaming = true },
        new("CreateDataSource", "PUT", Knowledge + "/datasources/"),
        new("CreateKnowledgeBase", "PUT", "/knowledgebases/"),
        new("DeleteKnowledgeBase", "DELETE", Knowledge),
        new("DeleteKnowledgeBaseDocuments", "POST", Source + "/documents/deleteDocuments"),
        new("GetDataSource", "GET", Source),
        new("GetKnowledgeBase", "GET", Knowledge),
        new("GetKnowledgeBaseDocuments", "POST", Source + "/documents/getDocuments"),
        new("IngestKnowledgeBaseDocuments", "PUT", Source + "/documents"),
        new("ListDataSources", "POST", Knowledge + "/datasources/"),
        new("ListKnowledgeBaseDocuments", "POST", Source + "/documents"),
        new("ListKnowledgeBases", "POST", "/knowledgebases/"),
        new("InvokeAgentRuntime", "POST", "/runtimes/{agentRuntimeArn}/invocations") { Service = "bedrock-agentcore" },
        Vectors("CreateIndex"),
        Vectors("CreateVectorBucket"),
        Vectors("DeleteIndex"),
        Vectors("DeleteVectorBucket"),
        Vectors("DeleteVectors"),
        Vectors("GetIndex"),
        Vectors("GetVectorBucket"),
        Vectors("GetVectors"),
        Vectors("ListIndexes"),
        Vectors("ListVectorBuckets"),
        Vectors("ListVectors"),
        Vectors("PutVectors"),
        Vectors("QueryVectors"),
    ];

    public bool IsAnsweredFromState => true;

    public bool IsOfRuntime => false;

    public Answer Answer(OperationCall call)
    {
        AgentsState state = AgentsState.Of(call.State);
        lock (state.Gate)
        {
            return Operations[call.Route.Operation](new AgentsCall(call, state));
        }
    }

    public byte[] Frame(ReadOnlyMemory<byte> json, int index) => EventFrames.Event("chunk", json.Span, index);

    private static OperationTemplate Vectors(string operation) => new(operation, "POST", "/" + operation) { Service = "s3vectors" };
}
