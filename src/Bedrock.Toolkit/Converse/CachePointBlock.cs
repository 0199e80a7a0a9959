using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A cache point: everything before it is cached as one prefix. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html</remarks>
public sealed class CachePointBlock
{
    /// <summary>The kind.</summary>
    /// <value><see cref="CachePointType.Default"/>, the only one so far and the default here.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CachePointType Type { get; set; } = CachePointType.Default;

    /// <summary>How long the entry lives after its last use.</summary>
    /// <value>Five minutes when null. Must not be longer than that of an earlier cache point, in the order tools, system, messages. Omitted when null.</value>
    [JsonPropertyName("ttl")]
    public CacheTtl? Ttl { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A cache point of a certain life.</summary>
    /// <param name="ttl">How long the entry lives after its last use.</param>
    /// <returns>The cache point.</returns>
    public static CachePointBlock For(CacheTtl ttl) => new() { Ttl = ttl };

    internal CachePointBlock Clone()
    {
        var copy = (CachePointBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
