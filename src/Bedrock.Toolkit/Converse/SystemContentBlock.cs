using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of the system prompt: a closed set, with <see cref="UnknownSystemContentBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html</remarks>
[JsonConverter(typeof(SystemContentBlockConverter))]
public abstract class SystemContentBlock
{
    private protected SystemContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A block of text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SystemContentBlock?(string? text) => text is null ? null : new SystemTextContent(text);

    /// <summary>A cache point.</summary>
    /// <param name="cachePoint">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(cachePoint))]
    public static implicit operator SystemContentBlock?(CachePointBlock? cachePoint) => cachePoint is null ? null : new SystemCachePointContent(cachePoint);

    /// <summary>A block that a guardrail looks at.</summary>
    /// <param name="content">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator SystemContentBlock?(GuardrailConverseContentBlock? content) => content is null ? null : new SystemGuardContent(content);

    internal SystemContentBlock Clone()
    {
        var copy = (SystemContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
