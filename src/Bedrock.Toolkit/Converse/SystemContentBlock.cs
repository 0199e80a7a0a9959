using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of the system prompt: a closed set, with <see cref="UnknownSystemContentBlock"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html</remarks>
[JsonConverter(typeof(SystemContentBlockConverter))]
public abstract partial class SystemContentBlock : BedrockObject
{
    private protected SystemContentBlock() { }

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
}

/// <summary>A cache point in the system prompt: what stands before it is cached.</summary>
public sealed partial class SystemCachePointContent : SystemContentBlock
{
    /// <summary>One without content.</summary>
    public SystemCachePointContent() { }

    /// <summary>A cache point in the system prompt: what stands before it is cached.</summary>
    /// <param name="cachePoint">The cache point.</param>
    public SystemCachePointContent(CachePointBlock cachePoint) => CachePoint = cachePoint;

    /// <summary>The cache point.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(ConverseObjectConverter<CachePointBlock>))]
    public CachePointBlock? CachePoint { get; set; }
}

/// <summary>Content of the system prompt that a guardrail looks at.</summary>
public sealed partial class SystemGuardContent : SystemContentBlock
{
    /// <summary>One without content.</summary>
    public SystemGuardContent() { }

    /// <summary>Content of the system prompt that a guardrail looks at.</summary>
    /// <param name="content">The content.</param>
    public SystemGuardContent(GuardrailConverseContentBlock content) => Content = content;

    /// <summary>The content.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("guardContent")]
    public GuardrailConverseContentBlock? Content { get; set; }
}

/// <summary>Text of the system prompt.</summary>
public sealed partial class SystemTextContent : SystemContentBlock
{
    /// <summary>One without content.</summary>
    public SystemTextContent() { }

    /// <summary>Text of the system prompt.</summary>
    /// <param name="text">The text.</param>
    public SystemTextContent(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not blank; empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>One block of the system prompt, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownSystemContentBlock : SystemContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="SystemContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemContentBlockConverter() : SingleKeyUnionConverter<SystemContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownSystemContentBlock(raw),
    Case<SystemTextContent>("text"),
    Case<SystemGuardContent>("guardContent"),
    Case<SystemCachePointContent>("cachePoint"));

/// <summary>A cache point: everything before it is cached as one prefix.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html</remarks>
public sealed partial class CachePointBlock : BedrockObject
{
    /// <summary>The kind.</summary>
    /// <value><see cref="CachePointType.Default"/>, the only one so far and the default here.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CachePointType Type { get; set; } = CachePointType.Default;

    /// <summary>How long the entry lives after its last use.</summary>
    /// <value>Five minutes when null. Must not be longer than that of an earlier cache point, in the order tools, system, messages. Omitted when null.</value>
    [JsonPropertyName("ttl")]
    public CacheTtl? Ttl { get; set; }

    /// <summary>A cache point of a certain life.</summary>
    /// <param name="ttl">How long the entry lives after its last use.</param>
    /// <returns>The cache point.</returns>
    public static CachePointBlock For(CacheTtl ttl) => new() { Ttl = ttl };
}
