using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How likely the tokens of an answer were. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionLogprobs
{
    /// <summary>The tokens of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTokenLogprob>))]
    public IList<ChatCompletionTokenLogprob>? Content { get; set; }

    /// <summary>The tokens of a refusal.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("refusal")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTokenLogprob>))]
    public IList<ChatCompletionTokenLogprob>? Refusal { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
