namespace Bedrock.Toolkit.Models;

/// <summary>A question and the documents to put in order for Cohere Rerank 3.5.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed partial class CohereRerankRequest : BedrockObject
{
    /// <summary>The question.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("query"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Query { get; set; }

    /// <summary>The documents.</summary>
    /// <value>1 or more texts, none of them blank.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(CohereRerankListConverter<string>)), AllowNull]
    public required IList<string> Documents { get; set => field = value ?? []; } = [];

    /// <summary>How many of the best to give.</summary>
    /// <value>1 or more; all when it is missing; omitted when null.</value>
    [JsonPropertyName("top_n"), JsonConverter(typeof(CountConverter))]
    public int? TopN { get; set; }

    /// <summary>How much of each document is read.</summary>
    /// <value>In tokens; 4,096 when it is missing; that Bedrock takes it is unconfirmed; omitted when null.</value>
    [JsonPropertyName("max_tokens_per_doc"), JsonConverter(typeof(CountConverter))]
    public int? MaxTokensPerDocument { get; set; }

    /// <summary>The version of the schema.</summary>
    /// <value>2 by default; the service refuses 1 and a missing one.</value>
    [JsonPropertyName("api_version"), JsonConverter(typeof(CountConverter))]
    public int ApiVersion { get; set; } = 2;

    /// <summary>A request from a question and documents.</summary>
    /// <param name="query">The question.</param>
    /// <param name="documents">The documents.</param>
    /// <returns>The request.</returns>
    public static CohereRerankRequest For(string query, params IEnumerable<string> documents) => new() { Query = query, Documents = [.. documents] };
}
