using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Models;

/// <summary>A call of a tool. Not thread safe while it is changed.</summary>
public sealed class NovaToolUse
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>tooluse_…</c>; empty by default.</value>
    [JsonPropertyName("toolUseId")]
    [AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON a JSON string with the raw text.</value>
    [JsonPropertyName("input")]
    public JsonElement Input
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? NovaJson.EmptyObject : value;
    }
    = NovaJson.EmptyObject;

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    internal NovaToolUse Clone()
    {
        var copy = (NovaToolUse)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
