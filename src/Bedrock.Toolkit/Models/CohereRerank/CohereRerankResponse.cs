using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The documents in order, the best first. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed class CohereRerankResponse : BedrockResponse
{
    /// <summary>The documents.</summary>
    /// <value>The best first.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(CohereRerankListConverter<CohereRerankResult>))]
    [AllowNull]
    public IList<CohereRerankResult> Results { get; set => field = value ?? []; } = [];

    /// <summary>The id of the answer.</summary>
    /// <value>That Bedrock sends it is unconfirmed; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}
