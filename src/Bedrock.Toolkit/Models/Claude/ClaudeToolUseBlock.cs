using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Models;

/// <summary>The model asks the caller to run a tool. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html</remarks>
public sealed class ClaudeToolUseBlock : ClaudeContentBlock
{
    /// <summary>A call without name and id.</summary>
    public ClaudeToolUseBlock()
    {
    }

    /// <summary>A call of a tool.</summary>
    /// <param name="id">The id that the result refers to.</param>
    /// <param name="name">The tool.</param>
    /// <param name="input">What the tool is called with.</param>
    public ClaudeToolUseBlock(string id, string name, JsonElement input)
    {
        Id = id;
        Name = name;
        Input = input;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "tool_use";

    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>toolu_bdrk_…</c>; empty by default.</value>
    [JsonPropertyName("id")]
    [AllowNull]
    public string Id
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
    /// <value>
    /// A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON (it was cut short, or the model wrote something else) a JSON
    /// string with the raw text.
    /// </value>
    [JsonPropertyName("input")]
    public JsonElement Input
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    private protected override void Detach() => CacheControl = CacheControl?.Clone();
}
