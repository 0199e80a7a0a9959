using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a stream tells beside the answer. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionStreamOptions
{
    /// <summary>Whether the token counts come with the stream.</summary>
    /// <value>Bedrock adds its own metrics in any case; omitted when null.</value>
    [JsonPropertyName("include_usage")]
    public bool? IncludeUsage { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionStreamOptions Clone()
    {
        var copy = (ChatCompletionStreamOptions)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
