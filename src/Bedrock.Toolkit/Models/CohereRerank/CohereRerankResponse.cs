namespace Bedrock.Toolkit.Models;

/// <summary>The documents in order, the best first.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed partial class CohereRerankResponse : BedrockResponse
{
    /// <summary>The documents.</summary>
    /// <value>The best first.</value>
    [JsonPropertyName("results"), JsonConverter(typeof(CohereRerankListConverter<CohereRerankResult>)), AllowNull]
    public IList<CohereRerankResult> Results { get; set => field = value ?? []; } = [];

    /// <summary>The id of the answer.</summary>
    /// <value>That Bedrock sends it is unconfirmed; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    private protected override ObjectSummary Summarise() => new("Results", ObjectSummary.Count(Results.Count, "result"));
}

/// <summary>One document of an answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed partial class CohereRerankResult : BedrockObject
{
    /// <summary>Which document it is.</summary>
    /// <value>Its position in the request, from 0.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>How well it answers the question.</summary>
    /// <value>0 to 1.</value>
    [JsonPropertyName("relevance_score")]
    public double RelevanceScore { get; set; }
}
