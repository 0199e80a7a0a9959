using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text that Palmyra added; in a stream a piece of it. Not thread safe while it is changed.</summary>
public sealed class WriterCompletionChoice
{
    /// <summary>Which text this is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>How likely the tokens were, as the server wrote it.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it.</summary>
    /// <value>A text, a number or null; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
