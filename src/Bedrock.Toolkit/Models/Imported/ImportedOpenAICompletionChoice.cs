using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One answer in the text-completion style, or a piece of one in a stream. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed class ImportedOpenAICompletionChoice
{
    /// <summary>Which answer this is.</summary>
    /// <value>0 in every documented case; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The answer, or its next piece.</summary>
    /// <value>As the model wrote it; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>In a stream on the last chunk; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ImportedStopReason? FinishReason { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
