using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The description of a tool of your own. Not thread safe while it is changed.</summary>
public sealed class NovaToolSpec
{
    /// <summary>The name by which the model calls the tool.</summary>
    /// <value>1 to 64 characters.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The schema of its input.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("inputSchema")]
    [JsonConverter(typeof(NovaObjectConverter<NovaInputSchema>))]
    public NovaInputSchema? InputSchema { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaToolSpec Clone()
    {
        var copy = (NovaToolSpec)MemberwiseClone();
        copy.InputSchema = InputSchema?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
