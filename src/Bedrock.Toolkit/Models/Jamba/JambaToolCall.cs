using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A call of a tool. Not thread safe while it is changed.</summary>
public sealed class JambaToolCall
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(JambaObjectConverter<JambaFunctionCall>))]
    public JambaFunctionCall? Function { get; set; }

    /// <summary>The place of the call, in streams; unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JambaToolCall Clone()
    {
        var copy = (JambaToolCall)MemberwiseClone();
        copy.Function = Function?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
