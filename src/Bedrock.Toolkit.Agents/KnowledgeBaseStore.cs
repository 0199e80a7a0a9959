using Bedrock.Toolkit.Agents.Building;

namespace Bedrock.Toolkit.Agents;

/// <summary>Where a knowledge base keeps its vectors, and what its filters can do there. Immutable.</summary>
/// <remarks>
/// An operator that a store lacks is passed over by the service without an error, so that the answer holds what the filter should have kept out. Here such a
/// filter is refused before it is sent. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/kb-test-config.html
/// </remarks>
public sealed class KnowledgeBaseStore
{
    private static readonly KnowledgeBaseFilterOperator[] TextOperators =
        [KnowledgeBaseFilterOperator.StartsWith, KnowledgeBaseFilterOperator.StringContains, KnowledgeBaseFilterOperator.ListContains];

    private readonly KnowledgeBaseFilterOperator[] _lacks;

    private KnowledgeBaseStore(string name, bool isManaged, bool hasHybridSearch, params KnowledgeBaseFilterOperator[] lacks) =>
        (Name, IsManaged, HasHybridSearch, _lacks) = (name, isManaged, hasHybridSearch, lacks);

    /// <summary>Amazon OpenSearch Serverless: every operator.</summary>
    public static KnowledgeBaseStore OpenSearchServerless { get; } = new("OpenSearch Serverless", false, true);

    /// <summary>A managed cluster of Amazon OpenSearch: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore OpenSearchManagedCluster { get; } = new("OpenSearch managed cluster", false, false, TextOperators);

    /// <summary>Amazon Aurora with pgvector: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore Rds { get; } = new("Aurora PostgreSQL", false, true, TextOperators);

    /// <summary>MongoDB Atlas: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore MongoDbAtlas { get; } = new("MongoDB Atlas", false, true, TextOperators);

    /// <summary>Pinecone: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore Pinecone { get; } = new("Pinecone", false, false, TextOperators);

    /// <summary>Redis Enterprise Cloud: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore RedisEnterpriseCloud { get; } = new("Redis Enterprise Cloud", false, false, TextOperators);

    /// <summary>Amazon Neptune Analytics: of the operators on texts only "contains".</summary>
    public static KnowledgeBaseStore NeptuneAnalytics { get; } = new(
        "Neptune Analytics", false, false, KnowledgeBaseFilterOperator.StartsWith, KnowledgeBaseFilterOperator.ListContains);

    /// <summary>Amazon S3 Vectors: no operators on texts and lists.</summary>
    public static KnowledgeBaseStore S3Vectors { get; } = new("S3 Vectors", false, false, TextOperators);

    /// <summary>A store that the service keeps itself.</summary>
    public static KnowledgeBaseStore Managed { get; } = new("managed store", true, false, TextOperators);

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Whether the service keeps the store, which is searched by a configuration of its own.</summary>
    public bool IsManaged { get; }

    /// <summary>Whether words can be searched beside vectors.</summary>
    public bool HasHybridSearch { get; }

    /// <summary>The store of a knowledge base.</summary>
    /// <param name="knowledgeBase">What GetKnowledgeBase answers.</param>
    /// <returns>Null for a kind that this version does not know, and for a knowledge base without vectors.</returns>
    public static KnowledgeBaseStore? Of(AgentBuildKnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        return knowledgeBase.KnowledgeBaseConfiguration?.Type == KnowledgeBaseType.Managed ? Managed : knowledgeBase.StorageConfiguration?.Type.Value switch
        {
            "OPENSEARCH_SERVERLESS" => OpenSearchServerless,
            "OPENSEARCH_MANAGED_CLUSTER" => OpenSearchManagedCluster,
            "RDS" => Rds,
            "MONGO_DB_ATLAS" => MongoDbAtlas,
            "PINECONE" => Pinecone,
            "REDIS_ENTERPRISE_CLOUD" => RedisEnterpriseCloud,
            "NEPTUNE_ANALYTICS" => NeptuneAnalytics,
            "S3_VECTORS" => S3Vectors,
            _ => null,
        };
    }

    /// <summary>Whether its filters have an operator.</summary>
    /// <param name="filterOperator">The operator.</param>
    /// <returns>False when the service would pass it over.</returns>
    public bool Has(KnowledgeBaseFilterOperator filterOperator) => !_lacks.Contains(filterOperator);

    /// <summary>Its name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
