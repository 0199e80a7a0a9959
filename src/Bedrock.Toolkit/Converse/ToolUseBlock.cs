using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>The model asks the caller to run a tool, or tells that the service ran one. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html</remarks>
public sealed class ToolUseBlock
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON (it was cut short, or the model wrote something else) a JSON string with the raw text.</value>
    [JsonPropertyName("input")]
    public JsonElement Input
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;

    /// <summary>What kind of call it is.</summary>
    /// <value>A call for the caller when null; omitted when null.</value>
    [JsonPropertyName("type")]
    public ToolUseType? Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type, or is no JSON at all because the stream was cut or the model wrote something else; <see cref="Input"/> keeps it.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    internal ToolUseBlock Clone()
    {
        var copy = (ToolUseBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
