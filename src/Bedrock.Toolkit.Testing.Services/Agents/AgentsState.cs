using Bedrock.Toolkit.Agents.Building;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>What the simulated agents, knowledge bases and vectors of one service remember. Used under <see cref="Gate"/>.</summary>
internal sealed class AgentsState
{
    private const string Key = "agents";

    private int _count;

    public Lock Gate { get; } = new();

    public Dictionary<string, KnowledgeState> KnowledgeBases { get; } = new(StringComparer.Ordinal);

    /// <summary>What a session of RetrieveAndGenerate asked so far, by its id.</summary>
    public Dictionary<string, List<string>> Sessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<FakeAgentTurn, FakeAgentReply>> Agents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<FakeRuntimeCall, FakeRuntimeAnswer>> Runtimes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, VectorBucketState> Buckets { get; } = new(StringComparer.Ordinal);

    /// <summary>How long a document takes until it is found.</summary>
    public TimeSpan IngestionTime { get; set; }

    /// <summary>How many vectors an index takes a second; any number when null.</summary>
    public int? VectorsPerSecond { get; set; }

    /// <summary>The state among that of the other operations.</summary>
    public static AgentsState Of(System.Collections.Concurrent.ConcurrentDictionary<string, object> all) =>
        (AgentsState)all.GetOrAdd(Key, static _ => new AgentsState());

    /// <summary>An id of ten characters, as the service makes them.</summary>
    public string NextId(string prefix) => prefix + (++_count).ToString("D" + (10 - prefix.Length), System.Globalization.CultureInfo.InvariantCulture);

    public string NextUuid() => $"00000000-0000-4000-9000-{++_count:x12}";

    public void Clear()
    {
        KnowledgeBases.Clear();
        Sessions.Clear();
        Agents.Clear();
        Runtimes.Clear();
        Buckets.Clear();
    }
}

/// <summary>A knowledge base.</summary>
internal sealed class KnowledgeState(AgentBuildKnowledgeBase about)
{
    public AgentBuildKnowledgeBase About { get; } = about;

    public Dictionary<string, DataSource> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>By data source and id.</summary>
    public Dictionary<(string Source, string Id), KnowledgeDocument> Documents { get; } = [];
}
