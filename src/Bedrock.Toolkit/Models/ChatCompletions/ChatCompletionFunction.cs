using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A function of your own that the model may ask for. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionFunction
{
    /// <summary>The name by which the model calls it.</summary>
    /// <value>Not blank; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What the function does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The JSON schema of the arguments.</summary>
    /// <value>A schema of type object; omitted when null, for a function without arguments.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }

    /// <summary>Whether the arguments always follow the schema.</summary>
    /// <value>False by default; then every object in the schema has <c>additionalProperties: false</c>; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionFunction Clone()
    {
        var copy = (ChatCompletionFunction)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
