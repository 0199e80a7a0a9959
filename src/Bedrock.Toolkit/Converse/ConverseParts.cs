using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Tokens written to the prompt cache, by the life of the entry.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CacheDetail.html</remarks>
public sealed partial class CacheDetail : BedrockObject
{
    /// <summary>How long the entry lives after its last use.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ttl")]
    public CacheTtl? Ttl { get; set; }

    /// <summary>The tokens.</summary>
    /// <value>0 or more; omitted when null.</value>
    [JsonPropertyName("inputTokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }
}

/// <summary>Text with its sources.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html</remarks>
public sealed partial class CitationsContentBlock : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ConverseListConverter<CitationGeneratedContent>))]
    public IList<CitationGeneratedContent>? Content { get; set; }

    /// <summary>The sources.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(ConverseListConverter<Citation>))]
    public IList<Citation>? Citations { get; set; }
}

/// <summary>A tool that is there from this turn on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolAdditionBlock.html</remarks>
public sealed partial class ToolAdditionBlock : BedrockObject
{
    /// <summary>The tool.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("tool"), JsonConverter(typeof(ConverseObjectConverter<ToolReference>))]
    public ToolReference? Tool { get; set; }
}

/// <summary>A tool that is gone from this turn on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolRemovalBlock.html</remarks>
public sealed partial class ToolRemovalBlock : BedrockObject
{
    /// <summary>The tool.</summary>
    /// <value>Must be set in a request; omitted when null.</value>
    [JsonPropertyName("tool"), JsonConverter(typeof(ConverseObjectConverter<ToolReference>))]
    public ToolReference? Tool { get; set; }
}

/// <summary>Names a tool.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolReference.html</remarks>
public sealed partial class ToolReference : BedrockObject
{
    /// <summary>The kind of tool.</summary>
    /// <value>1 to 64 characters; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The tool.</summary>
    /// <value>1 to 128 characters; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The server that has the tool.</summary>
    /// <value>1 to 128 characters; omitted when null.</value>
    [JsonPropertyName("serverName")]
    public string? ServerName { get; set; }
}
