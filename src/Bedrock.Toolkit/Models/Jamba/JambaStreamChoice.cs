using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a chunk says of one answer. Not thread safe while it is changed.</summary>
public sealed class JambaStreamChoice
{
    /// <summary>Which answer it is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What it adds.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    [JsonConverter(typeof(JambaObjectConverter<JambaDelta>))]
    public JambaDelta? Delta { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk of an answer; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public JambaFinishReason? FinishReason { get; set; }

    /// <summary>The probabilities of the tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
