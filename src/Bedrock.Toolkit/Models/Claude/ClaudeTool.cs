using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool that the model may call: a closed set, with <see cref="ClaudeUnknownTool"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html</remarks>
[JsonConverter(typeof(ClaudeToolConverter))]
public abstract class ClaudeTool
{
    private protected ClaudeTool(string? type, string name)
    {
        Type = type;
        Name = name;
    }

    /// <summary>The kind of tool on the wire, with its version where the vendor defines the tool.</summary>
    /// <value>By class the newest documented version; settable for older and newer ones; omitted when null.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-3)]
    public string? Type { get; set; }

    /// <summary>The name by which the model calls the tool.</summary>
    /// <value>Yours for a custom tool, else fixed by the kind; must not be blank.</value>
    [JsonPropertyName("name")]
    [JsonPropertyOrder(-2)]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }

    /// <summary>A cache point behind this tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonPropertyOrder(100)]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeTool Clone()
    {
        var copy = (ClaudeTool)MemberwiseClone();
        copy.CacheControl = CacheControl?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
