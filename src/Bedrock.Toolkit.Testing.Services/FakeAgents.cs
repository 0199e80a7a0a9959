using System.Text.Json;
using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing.Agents;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing;

/// <summary>
/// Knowledge bases, agents, AgentCore runtimes and S3 Vectors of a <see cref="FakeBedrock"/> or <see cref="BedrockServer"/>: what is made there stays, what is
/// ingested is found, agents answer by script. Thread-safe.
/// </summary>
/// <remarks>
/// Retrieval goes by the words that a passage shares with the question, the same on every machine. A filter does what the knowledge base's store would do: an
/// operator that it lacks is passed over without an error. Documents in S3 are read from the <see cref="FakeS3"/> beside it.
/// </remarks>
public sealed class FakeAgents
{
    private const string Key = "agents and their clients";

    private readonly AgentsState _state;
    private readonly TimeProvider _time;
    private readonly string _region;

    private readonly OwnedClients _clients;

    private FakeAgents(SimulatedBedrock engine, OwnedClients clients)
    {
        FakeServices.Load();
        (_state, _time, _region) = (AgentsState.Of(engine.State), engine.Time, engine.Region);
        _clients = clients;
    }

    /// <summary>A client for retrieval and agents. It lives as long as the fake or the server.</summary>
    public BedrockAgentRuntimeClient Runtime => _clients.Get(static options => new BedrockAgentRuntimeClient(options));

    /// <summary>A client that builds knowledge bases. It lives as long as the fake or the server.</summary>
    public BedrockAgentClient Building => _clients.Get(static options => new BedrockAgentClient(options));

    /// <summary>A client for AgentCore. It lives as long as the fake or the server.</summary>
    public AgentCoreClient Core => _clients.Get(static options => new AgentCoreClient(options));

    /// <summary>A client for S3 Vectors. It lives as long as the fake or the server.</summary>
    public S3VectorsClient Vectors => _clients.Get(static options => new S3VectorsClient(options));

    /// <summary>How long documents that are ingested from now on take until they are found, on the clock of the fake or the server.</summary>
    /// <value>No time by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan IngestionTime
    {
        get => Locked(state => state.IngestionTime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Locked(state => state.IngestionTime = value);
        }
    }

    /// <summary>How many vectors an index takes a second, on the clock of the fake or the server; more are throttled.</summary>
    /// <value>Any number when null, which is the default; the service takes 2,500.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? VectorsPerSecond
    {
        get => Locked(state => state.VectorsPerSecond);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(value));
            Locked(state => state.VectorsPerSecond = value);
        }
    }

    /// <summary>Makes a knowledge base with a data source for documents.</summary>
    /// <param name="knowledgeBaseId">Its id.</param>
    /// <param name="dataSourceId">The id of the data source.</param>
    /// <param name="store">Where its vectors are kept, which decides what its filters can do; OpenSearch Serverless when null.</param>
    public void AddKnowledgeBase(string knowledgeBaseId, string dataSourceId, KnowledgeBaseStorageType? store = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(knowledgeBaseId);
        ArgumentException.ThrowIfNullOrEmpty(dataSourceId);
        var request = new CreateKnowledgeBaseRequest
        {
            Name = knowledgeBaseId,
            RoleArn = $"arn:aws:iam::{AgentsCall.Account}:role/knowledge",
            KnowledgeBaseConfiguration = new AgentKnowledgeBaseConfiguration { Type = KnowledgeBaseType.Vector },
            StorageConfiguration = new StorageConfiguration { Type = store ?? KnowledgeBaseStorageType.OpensearchServerless },
        };
        Locked(state =>
        {
            KnowledgeState made = KnowledgeBaseOperations.Add(state, knowledgeBaseId, _region, request, _time.GetUtcNow());
            made.Sources[dataSourceId] = new DataSource
            {
                KnowledgeBaseId = knowledgeBaseId,
                DataSourceId = dataSourceId,
                Name = dataSourceId,
                Status = DataSourceStatus.Available,
                DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.Custom },
            };
            return made;
        });
    }

    /// <summary>Puts a document into a knowledge base, where it is found at once.</summary>
    /// <param name="knowledgeBaseId">The knowledge base.</param>
    /// <param name="documentId">The document's id.</param>
    /// <param name="text">Its text.</param>
    /// <param name="metadata">What filters see.</param>
    /// <exception cref="ArgumentException">There is no such knowledge base.</exception>
    public void AddDocument(string knowledgeBaseId, string documentId, string text, IReadOnlyDictionary<string, JsonElement>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(knowledgeBaseId);
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        ArgumentNullException.ThrowIfNull(text);
        var identifier = new DocumentIdentifier
        {
            DataSourceType = ContentDataSourceType.Custom,
            Custom = new CustomDocumentIdentifier { Id = documentId },
        };
        Locked(state =>
        {
            KnowledgeState found = state.KnowledgeBases.GetValueOrDefault(knowledgeBaseId)
                ?? throw new ArgumentException("There is no such knowledge base: call AddKnowledgeBase first.", nameof(knowledgeBaseId));
            return found.Documents[(found.Sources.Keys.First(), documentId)] =
                new KnowledgeDocument(identifier, text, metadata ?? new Dictionary<string, JsonElement>(), _time.GetUtcNow());
        });
    }

    /// <summary>Sets up what an agent answers. One without a script says what it was asked.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="answer">Gives its answer to a turn.</param>
    public void WhenAgent(string agentId, Func<FakeAgentTurn, FakeAgentReply> answer)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(answer);
        Locked(state => state.Agents[agentId] = answer);
    }

    /// <summary>Sets up what an agent in a runtime answers. One without a script sends back what it was sent.</summary>
    /// <param name="agentRuntimeArn">The runtime.</param>
    /// <param name="answer">Gives its answer to a call.</param>
    public void WhenRuntime(string agentRuntimeArn, Func<FakeRuntimeCall, FakeRuntimeAnswer> answer)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentRuntimeArn);
        ArgumentNullException.ThrowIfNull(answer);
        Locked(state => state.Runtimes[agentRuntimeArn] = answer);
    }

    /// <summary>Forgets everything that was made and set up.</summary>
    public void Clear() => Locked(state =>
    {
        state.Clear();
        return true;
    });

    /// <summary>The one of a fake or server.</summary>
    internal static FakeAgents Of(SimulatedBedrock engine, OwnedClients clients) =>
        (FakeAgents)engine.State.GetOrAdd(Key, static (_, made) => new FakeAgents(made.engine, made.clients), (engine, clients));

    private T Locked<T>(Func<AgentsState, T> use)
    {
        lock (_state.Gate)
        {
            return use(_state);
        }
    }
}
