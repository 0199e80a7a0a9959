using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A conversation. Not thread safe while it is changed.</summary>
public sealed class CountTokensConverse : CountTokensInput
{
    /// <summary>The conversation.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("converse")]
    [JsonConverter(typeof(CountTokensObjectConverter<ConverseTokensRequest>))]
    public required ConverseTokensRequest Converse { get; set; }
}
