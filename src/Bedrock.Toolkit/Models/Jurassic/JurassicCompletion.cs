using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer of a Jurassic-2 model. Not thread safe while it is changed.</summary>
public sealed class JurassicCompletion
{
    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("data")]
    [JsonConverter(typeof(JurassicObjectConverter<JurassicText>))]
    public JurassicText? Data { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason")]
    [JsonConverter(typeof(JurassicObjectConverter<JurassicFinishReason>))]
    public JurassicFinishReason? FinishReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
