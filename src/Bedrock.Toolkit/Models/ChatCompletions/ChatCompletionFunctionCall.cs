using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Which function the model calls, and with what. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionFunctionCall
{
    /// <summary>The function.</summary>
    /// <value>A name from the request's tools; in a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What the function is called with.</summary>
    /// <value>A JSON object as text, which the model can get wrong; in a stream a piece of it; omitted when null.</value>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionFunctionCall Clone()
    {
        var copy = (ChatCompletionFunctionCall)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
