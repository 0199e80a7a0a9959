using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A cache point: what stands before it, and the block itself, is kept for later requests with the same beginning. Not thread safe while it is changed.</summary>
/// <remarks>
/// At most 4 in a request, counted in the order tools, system, messages; a longer life must come before a shorter one. The smallest prefix that
/// is cached is 512 to 4,096 tokens, by model. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
/// </remarks>
public sealed class ClaudeCacheControl
{
    /// <summary>A cache point with the default life of five minutes.</summary>
    public ClaudeCacheControl()
    {
    }

    /// <summary>A cache point.</summary>
    /// <param name="ttl">How long the prefix lives.</param>
    public ClaudeCacheControl(ClaudeCacheTtl ttl) => Ttl = ttl;

    /// <summary>The kind of cache.</summary>
    /// <value><c>ephemeral</c>, the only documented one and the default.</value>
    [JsonPropertyName("type")]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? "ephemeral";
    }
    = "ephemeral";

    /// <summary>How long the prefix lives after its last use.</summary>
    /// <value>Five minutes when null; omitted when null.</value>
    [JsonPropertyName("ttl")]
    public ClaudeCacheTtl? Ttl { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeCacheControl Clone() => new() { Type = Type, Ttl = Ttl, AdditionalProperties = AdditionalProperties.Copy() };
}
