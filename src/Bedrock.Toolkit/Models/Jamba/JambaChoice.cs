using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Jamba model. Not thread safe while it is changed.</summary>
public sealed class JambaChoice
{
    /// <summary>Which answer it is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(JambaObjectConverter<JambaMessage>))]
    public JambaMessage? Message { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public JambaFinishReason? FinishReason { get; set; }

    /// <summary>The probabilities of the tokens.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
