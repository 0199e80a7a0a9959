using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.CountTokens;

/// <summary>How many tokens a model would read.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html</remarks>
public sealed partial class CountTokensResponse : BedrockResponse
{
    /// <summary>The tokens.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("inputTokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    private protected override ObjectSummary Summarise() => new("InputTokens");
}
