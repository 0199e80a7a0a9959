using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The documents in order, the best first. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed class AmazonRerankResponse : BedrockResponse
{
    /// <summary>The documents.</summary>
    /// <value>The best first.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(AmazonRerankListConverter<AmazonRerankResult>))]
    [AllowNull]
    public IList<AmazonRerankResult> Results { get; set => field = value ?? []; } = [];
}
