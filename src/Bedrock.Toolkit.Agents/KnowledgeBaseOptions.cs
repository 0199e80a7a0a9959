using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>How a <see cref="BedrockKnowledgeBase"/> searches, answers and takes documents.</summary>
public sealed class KnowledgeBaseOptions
{
    /// <summary>The store, which decides what filters can do.</summary>
    /// <value>Asked of the service once when null and <see cref="BuildingClient"/> is set; else only what all stores have is taken.</value>
    public KnowledgeBaseStore? Store { get; set; }

    /// <summary>The client that asks for the knowledge base and ingests documents.</summary>
    /// <value>Null when nothing is ingested. The caller disposes it.</value>
    public BedrockAgentClient? BuildingClient { get; set; }

    /// <summary>The data source that documents are ingested into; one of the type <c>CUSTOM</c>, or of S3 for documents in S3.</summary>
    /// <value>Null when nothing is ingested.</value>
    public string? DataSourceId { get; set; }

    /// <summary>The model that writes answers: the ARN of a model or inference profile.</summary>
    /// <value>Null when nothing is generated.</value>
    public string? ModelArn { get; set; }

    /// <summary>How many passages are retrieved.</summary>
    /// <value>5 by default; 1 to 100.</value>
    public int NumberOfResults { get; set; } = 5;

    /// <summary>How the store is searched.</summary>
    /// <value>The service decides when null.</value>
    public AgentRuntimeSearchType? SearchType { get; set; }

    /// <summary>The rerank model that puts passages in order inside the service: an ARN.</summary>
    /// <value>None when null.</value>
    public string? RerankModelArn { get; set; }

    /// <summary>Puts retrieved passages in order here, such as
    /// <c>(query, texts, token) => client.RerankAsync(model, query, texts, cancellationToken: token)</c>.</summary>
    /// <value>None when null. Answers that the service generates do not go through it.</value>
    public Func<string, IReadOnlyList<string>, CancellationToken, Task<RerankResult>>? Rerank { get; set; }

    /// <summary>How many passages are left after <see cref="Rerank"/>.</summary>
    /// <value>All when null.</value>
    public int? NumberOfRerankedResults { get; set; }

    /// <summary>The prompt of answers, with <c>$search_results$</c> in it; for citations also <c>$output_format_instructions$</c>.</summary>
    /// <value>The service's own when null.</value>
    public string? PromptTemplate { get; set; }

    /// <summary>Guards question and answer.</summary>
    /// <value>None when null. It does not act on the passages that are cited.</value>
    public AgentRuntimeGuardrailConfiguration? Guardrail { get; set; }

    /// <summary>The clock of the waits for ingestion.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The wait before the state of ingested documents is asked for again.</summary>
    /// <value>2 seconds by default.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    internal KnowledgeBaseOptions Copy()
    {
        var copy = (KnowledgeBaseOptions)MemberwiseClone();
        ArgumentOutOfRangeException.ThrowIfLessThan(NumberOfResults, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(NumberOfResults, 100);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero);
        return PromptTemplate?.Contains("$search_results$", StringComparison.Ordinal) == false
            ? throw new ArgumentException("KnowledgeBaseOptions.PromptTemplate must hold $search_results$.", "options")
            : copy;
    }
}
