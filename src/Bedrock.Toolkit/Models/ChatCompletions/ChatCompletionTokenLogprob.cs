using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A token that the model chose. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionTokenLogprob
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The natural logarithm of its probability.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }

    /// <summary>The token in UTF-8.</summary>
    /// <value>Numbers from 0 to 255; omitted when null.</value>
    [JsonPropertyName("bytes")]
    [JsonConverter(typeof(ChatCompletionListConverter<int>))]
    public IList<int>? Bytes { get; set; }

    /// <summary>The likeliest tokens at this place.</summary>
    /// <value>As many as the request asked for; omitted when null.</value>
    [JsonPropertyName("top_logprobs")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTopLogprob>))]
    public IList<ChatCompletionTopLogprob>? TopLogprobs { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
