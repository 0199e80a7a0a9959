using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of a block of a stream: a closed set, with <see cref="UnknownContentBlockDelta"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDelta.html</remarks>
[JsonConverter(typeof(ContentBlockDeltaConverter))]
public abstract partial class ContentBlockDelta : BedrockObject
{
    private protected ContentBlockDelta() { }
}

/// <summary>A source of the text before it.</summary>
public sealed partial class CitationDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public CitationDelta() { }

    /// <summary>A source of the text before it.</summary>
    /// <param name="citation">The source.</param>
    public CitationDelta(CitationsDelta citation) => Citation = citation;

    /// <summary>The source.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citation"), JsonConverter(typeof(ConverseObjectConverter<CitationsDelta>))]
    public CitationsDelta? Citation { get; set; }
}

/// <summary>A piece of an image.</summary>
public sealed partial class ImageDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ImageDelta() { }

    /// <summary>A piece of an image.</summary>
    /// <param name="image">The piece.</param>
    public ImageDelta(ImageBlockDelta image) => Image = image;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image"), JsonConverter(typeof(ConverseObjectConverter<ImageBlockDelta>))]
    public ImageBlockDelta? Image { get; set; }
}

/// <summary>A piece of reasoning.</summary>
public sealed partial class ReasoningDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningDelta() { }

    /// <summary>A piece of reasoning.</summary>
    /// <param name="reasoningContent">The piece.</param>
    public ReasoningDelta(ReasoningContentBlockDelta reasoningContent) => ReasoningContent = reasoningContent;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent")]
    public ReasoningContentBlockDelta? ReasoningContent { get; set; }
}

/// <summary>A piece of text.</summary>
public sealed partial class TextDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public TextDelta() { }

    /// <summary>A piece of text.</summary>
    /// <param name="text">The piece.</param>
    public TextDelta(string text) => Text = text;

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of the answer of a tool that the service ran.</summary>
public sealed partial class ToolResultDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultDelta() { }

    /// <summary>A piece of the answer of a tool that the service ran.</summary>
    /// <param name="toolResult">The pieces.</param>
    public ToolResultDelta(IList<ToolResultBlockDelta> toolResult) => ToolResult = toolResult;

    /// <summary>The pieces.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("toolResult"), JsonConverter(typeof(ConverseListConverter<ToolResultBlockDelta>)), AllowNull]
    public IList<ToolResultBlockDelta> ToolResult { get; set => field = value ?? []; } = [];
}

/// <summary>A piece of the input of a tool call.</summary>
public sealed partial class ToolUseDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolUseDelta() { }

    /// <summary>A piece of the input of a tool call.</summary>
    /// <param name="toolUse">The piece.</param>
    public ToolUseDelta(ToolUseBlockDelta toolUse) => ToolUse = toolUse;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(ConverseObjectConverter<ToolUseBlockDelta>))]
    public ToolUseBlockDelta? ToolUse { get; set; }
}

/// <summary>A piece of a block of a stream, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownContentBlockDelta : ContentBlockDelta, IRawVariant;

/// <summary>Reads and writes <see cref="ContentBlockDelta"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockDeltaConverter() : SingleKeyUnionConverter<ContentBlockDelta>(
    ConverseJsonContext.Default, static raw => new UnknownContentBlockDelta(raw),
    Case<TextDelta>("text"),
    Case<ToolUseDelta>("toolUse"),
    Case<ToolResultDelta>("toolResult"),
    Case<ReasoningDelta>("reasoningContent"),
    Case<CitationDelta>("citation"),
    Case<ImageDelta>("image"));

/// <summary>A piece of an image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlockDelta.html</remarks>
public sealed partial class ImageBlockDelta : BedrockObject
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("source")]
    public ImageSource? Source { get; set; }

    /// <summary>Why the image is missing.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ConverseObjectConverter<ErrorBlock>))]
    public ErrorBlock? Error { get; set; }
}

/// <summary>A piece of the input of a tool call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockDelta.html</remarks>
public sealed partial class ToolUseBlockDelta : BedrockObject
{
    /// <summary>A piece of the JSON text; all pieces together are the input.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("input"), AllowNull]
    public string Input { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A source of the text before it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsDelta.html</remarks>
public sealed partial class CitationsDelta : BedrockObject
{
    /// <summary>The title of the source.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Where the source comes from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("source")]
    public string? Source { get; set; }

    /// <summary>The cited passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("sourceContent"), JsonConverter(typeof(ConverseListConverter<CitationSourceContentDelta>))]
    public IList<CitationSourceContentDelta>? SourceContent { get; set; }

    /// <summary>Where in the source the passage is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("location")]
    public CitationLocation? Location { get; set; }
}

/// <summary>A piece of a cited source.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationSourceContentDelta.html</remarks>
public sealed partial class CitationSourceContentDelta : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

/// <summary>A piece of the answer of a tool that the service ran: a closed set, with <see cref="UnknownToolResultBlockDelta"/> for what this version
/// does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockDelta.html</remarks>
[JsonConverter(typeof(ToolResultBlockDeltaConverter))]
public abstract partial class ToolResultBlockDelta : BedrockObject
{
    private protected ToolResultBlockDelta() { }
}

/// <summary>JSON of a tool's answer.</summary>
public sealed partial class ToolResultJsonDelta : ToolResultBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultJsonDelta() { }

    /// <summary>JSON of a tool's answer.</summary>
    /// <param name="json">The JSON.</param>
    public ToolResultJsonDelta(JsonElement json) => Json = json;

    /// <summary>The JSON.</summary>
    /// <value>Any value; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>A piece of text of a tool's answer.</summary>
public sealed partial class ToolResultTextDelta : ToolResultBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultTextDelta() { }

    /// <summary>A piece of text of a tool's answer.</summary>
    /// <param name="text">The piece.</param>
    public ToolResultTextDelta(string text) => Text = text;

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of the answer of a tool that the service ran, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownToolResultBlockDelta : ToolResultBlockDelta, IRawVariant;

/// <summary>Reads and writes <see cref="ToolResultBlockDelta"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolResultBlockDeltaConverter() : SingleKeyUnionConverter<ToolResultBlockDelta>(
    ConverseJsonContext.Default, static raw => new UnknownToolResultBlockDelta(raw),
    Case<ToolResultTextDelta>("text"),
    Case<ToolResultJsonDelta>("json"));

/// <summary>Why a part of the content is missing.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ErrorBlock.html</remarks>
public sealed partial class ErrorBlock : BedrockObject
{
    /// <summary>What went wrong.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }
}
