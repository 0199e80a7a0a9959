using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a block of a stream begins with: a closed set, with <see cref="UnknownContentBlockStart"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html</remarks>
[JsonConverter(typeof(ContentBlockStartConverter))]
public abstract partial class ContentBlockStart : BedrockObject
{
    private protected ContentBlockStart() { }
}

/// <summary>The beginning of an image.</summary>
public sealed partial class ImageStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ImageStart() { }

    /// <summary>The beginning of an image.</summary>
    /// <param name="image">The format.</param>
    public ImageStart(ImageBlockStart image) => Image = image;

    /// <summary>The format.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(ConverseObjectConverter<ImageBlockStart>))]
    public ImageBlockStart? Image { get; set; }
}

/// <summary>The beginning of the answer of a tool that the service ran.</summary>
public sealed partial class ToolResultStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ToolResultStart() { }

    /// <summary>The beginning of the answer of a tool that the service ran.</summary>
    /// <param name="toolResult">The id of the call.</param>
    public ToolResultStart(ToolResultBlockStart toolResult) => ToolResult = toolResult;

    /// <summary>The id of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult"), JsonConverter(typeof(ConverseObjectConverter<ToolResultBlockStart>))]
    public ToolResultBlockStart? ToolResult { get; set; }
}

/// <summary>The beginning of a tool call.</summary>
public sealed partial class ToolUseStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ToolUseStart() { }

    /// <summary>The beginning of a tool call.</summary>
    /// <param name="toolUse">Id and name of the call.</param>
    public ToolUseStart(ToolUseBlockStart toolUse) => ToolUse = toolUse;

    /// <summary>Id and name of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(ConverseObjectConverter<ToolUseBlockStart>))]
    public ToolUseBlockStart? ToolUse { get; set; }
}

/// <summary>What a block of a stream begins with, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownContentBlockStart : ContentBlockStart, IRawVariant;

/// <summary>Reads and writes <see cref="ContentBlockStart"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockStartConverter() : SingleKeyUnionConverter<ContentBlockStart>(
    ConverseJsonContext.Default, static raw => new UnknownContentBlockStart(raw),
    Case<ToolUseStart>("toolUse"),
    Case<ToolResultStart>("toolResult"),
    Case<ImageStart>("image"));

/// <summary>The beginning of an image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlockStart.html</remarks>
public sealed partial class ImageBlockStart : BedrockObject
{
    /// <summary>The format.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("format")]
    public ImageFormat? Format { get; set; }
}

/// <summary>The beginning of the answer of a tool that the service ran.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockStart.html</remarks>
public sealed partial class ToolResultBlockStart : BedrockObject
{
    /// <summary>The id of the call that is answered.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What kind of result it is.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the tool did its work.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public ToolResultStatus? Status { get; set; }
}

/// <summary>The beginning of a tool call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockStart.html</remarks>
public sealed partial class ToolUseBlockStart : BedrockObject
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What kind of call it is.</summary>
    /// <value>A call for the caller when null; omitted when null.</value>
    [JsonPropertyName("type")]
    public ToolUseType? Type { get; set; }
}
