using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A point up to which the prompt is cached for five minutes. Not thread safe while it is changed.</summary>
/// <remarks>At most 4 in a request, in <c>system</c> and <c>messages</c>; about 1,000 tokens at least before one, 20,000 at most cached. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html</remarks>
public sealed class NovaCachePoint
{
    /// <summary>A cache point of the default kind.</summary>
    [SetsRequiredMembers]
    public NovaCachePoint() => Type = NovaCachePointType.Default;

    /// <summary>The kind.</summary>
    /// <value><c>default</c>, the only documented one.</value>
    [JsonPropertyName("type")]
    public required NovaCachePointType Type { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaCachePoint Clone()
    {
        var copy = (NovaCachePoint)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
