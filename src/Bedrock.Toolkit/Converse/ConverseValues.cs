using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of a sound. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<AudioFormat>))]
public readonly partial struct AudioFormat : IOpenValue<AudioFormat>
{
    /// <summary>MP3.</summary>
    public static AudioFormat Mp3 { get; } = new("mp3");

    /// <summary>Opus.</summary>
    public static AudioFormat Opus { get; } = new("opus");

    /// <summary>WAV.</summary>
    public static AudioFormat Wav { get; } = new("wav");

    /// <summary>AAC.</summary>
    public static AudioFormat Aac { get; } = new("aac");

    /// <summary>FLAC.</summary>
    public static AudioFormat Flac { get; } = new("flac");

    /// <summary>The sound of an MPEG-4 file.</summary>
    public static AudioFormat Mp4 { get; } = new("mp4");

    /// <summary>Ogg.</summary>
    public static AudioFormat Ogg { get; } = new("ogg");

    /// <summary>The sound of a Matroska file.</summary>
    public static AudioFormat Mkv { get; } = new("mkv");

    /// <summary>Matroska without pictures.</summary>
    public static AudioFormat Mka { get; } = new("mka");

    /// <summary>AAC, by its older name.</summary>
    public static AudioFormat XAac { get; } = new("x-aac");

    /// <summary>MPEG-4 without pictures.</summary>
    public static AudioFormat M4a { get; } = new("m4a");

    /// <summary>MPEG.</summary>
    public static AudioFormat Mpeg { get; } = new("mpeg");

    /// <summary>MPEG without pictures.</summary>
    public static AudioFormat Mpga { get; } = new("mpga");

    /// <summary>Raw PCM.</summary>
    public static AudioFormat Pcm { get; } = new("pcm");

    /// <summary>The sound of a WebM file.</summary>
    public static AudioFormat WebM { get; } = new("webm");
}

/// <summary>The kind of a cache point. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<CachePointType>))]
public readonly partial struct CachePointType : IOpenValue<CachePointType>
{
    /// <summary>The only kind so far.</summary>
    public static CachePointType Default { get; } = new("default");
}

/// <summary>How long a cache entry lives after its last use. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<CacheTtl>))]
public readonly partial struct CacheTtl : IOpenValue<CacheTtl>
{
    /// <summary>Five minutes; what a cache point without a TTL has.</summary>
    public static CacheTtl FiveMinutes { get; } = new("5m");

    /// <summary>One hour, at a higher price for writing; only some models take it.</summary>
    public static CacheTtl OneHour { get; } = new("1h");
}

/// <summary>Who speaks. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html</remarks>
[JsonConverter(typeof(OpenValueConverter<ConversationRole>))]
public readonly partial struct ConversationRole : IOpenValue<ConversationRole>
{
    /// <summary>The user.</summary>
    public static ConversationRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ConversationRole Assistant { get; } = new("assistant");

    /// <summary>An instruction in the middle of the conversation, for the models that take it; unconfirmed which.</summary>
    public static ConversationRole System { get; } = new("system");
}

/// <summary>The format of a document. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<DocumentFormat>))]
public readonly partial struct DocumentFormat : IOpenValue<DocumentFormat>
{
    /// <summary>PDF.</summary>
    public static DocumentFormat Pdf { get; } = new("pdf");

    /// <summary>Comma-separated values.</summary>
    public static DocumentFormat Csv { get; } = new("csv");

    /// <summary>Word 97 to 2003.</summary>
    public static DocumentFormat Doc { get; } = new("doc");

    /// <summary>Word.</summary>
    public static DocumentFormat Docx { get; } = new("docx");

    /// <summary>Excel 97 to 2003.</summary>
    public static DocumentFormat Xls { get; } = new("xls");

    /// <summary>Excel.</summary>
    public static DocumentFormat Xlsx { get; } = new("xlsx");

    /// <summary>HTML.</summary>
    public static DocumentFormat Html { get; } = new("html");

    /// <summary>Plain text.</summary>
    public static DocumentFormat Txt { get; } = new("txt");

    /// <summary>Markdown.</summary>
    public static DocumentFormat Md { get; } = new("md");
}

/// <summary>What a text is to the guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseTextBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailConverseContentQualifier>))]
public readonly partial struct GuardrailConverseContentQualifier : IOpenValue<GuardrailConverseContentQualifier>
{
    /// <summary>The source that the answer must keep to.</summary>
    public static GuardrailConverseContentQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question that the answer must be relevant to.</summary>
    public static GuardrailConverseContentQualifier Query { get; } = new("query");

    /// <summary>Text that the guardrail looks at.</summary>
    public static GuardrailConverseContentQualifier GuardContent { get; } = new("guard_content");
}

/// <summary>The format of an image for a guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailConverseImageFormat>))]
public readonly partial struct GuardrailConverseImageFormat : IOpenValue<GuardrailConverseImageFormat>
{
    /// <summary>PNG.</summary>
    public static GuardrailConverseImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static GuardrailConverseImageFormat Jpeg { get; } = new("jpeg");
}

/// <summary>Whether a stream waits for the guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailStreamConfiguration.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailStreamProcessingMode>))]
public readonly partial struct GuardrailStreamProcessingMode : IOpenValue<GuardrailStreamProcessingMode>
{
    /// <summary>The guardrail looks at a piece before it is sent.</summary>
    public static GuardrailStreamProcessingMode Sync { get; } = new("sync");

    /// <summary>Pieces are sent at once, and may turn out to be blocked afterwards.</summary>
    public static GuardrailStreamProcessingMode Async { get; } = new("async");
}

/// <summary>How much a guardrail tells of what it found, in Converse. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailTrace>))]
public readonly partial struct GuardrailTrace : IOpenValue<GuardrailTrace>
{
    /// <summary>What was found.</summary>
    public static GuardrailTrace Enabled { get; } = new("enabled");

    /// <summary>Nothing.</summary>
    public static GuardrailTrace Disabled { get; } = new("disabled");

    /// <summary>Also what was looked at and let pass.</summary>
    public static GuardrailTrace EnabledFull { get; } = new("enabled_full");
}

/// <summary>The format of an image. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<ImageFormat>))]
public readonly partial struct ImageFormat : IOpenValue<ImageFormat>
{
    /// <summary>PNG.</summary>
    public static ImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static ImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>GIF.</summary>
    public static ImageFormat Gif { get; } = new("gif");

    /// <summary>WebP.</summary>
    public static ImageFormat WebP { get; } = new("webp");
}

/// <summary>The kind of an output format. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html</remarks>
[JsonConverter(typeof(OpenValueConverter<OutputFormatType>))]
public readonly partial struct OutputFormatType : IOpenValue<OutputFormatType>
{
    /// <summary>JSON that follows a schema.</summary>
    public static OutputFormatType JsonSchema { get; } = new("json_schema");
}

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html</remarks>
[JsonConverter(typeof(OpenValueConverter<StopReason>))]
public readonly partial struct StopReason : IOpenValue<StopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static StopReason EndTurn { get; } = new("end_turn");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static StopReason ToolUse { get; } = new("tool_use");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static StopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up.</summary>
    public static StopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>A guardrail blocked the request or the answer.</summary>
    public static StopReason GuardrailIntervened { get; } = new("guardrail_intervened");

    /// <summary>A filter of the model's provider cut the answer.</summary>
    public static StopReason ContentFiltered { get; } = new("content_filtered");

    /// <summary>The model wrote something that is no valid answer.</summary>
    public static StopReason MalformedModelOutput { get; } = new("malformed_model_output");

    /// <summary>The model wrote a tool call that cannot be read.</summary>
    public static StopReason MalformedToolUse { get; } = new("malformed_tool_use");

    /// <summary>The context window was full before the limit of the request was reached.</summary>
    public static StopReason ModelContextWindowExceeded { get; } = new("model_context_window_exceeded");
}

/// <summary>Whether a tool did its work. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<ToolResultStatus>))]
public readonly partial struct ToolResultStatus : IOpenValue<ToolResultStatus>
{
    /// <summary>The tool did its work.</summary>
    public static ToolResultStatus Success { get; } = new("success");

    /// <summary>The tool failed; the content says how.</summary>
    public static ToolResultStatus Error { get; } = new("error");
}

/// <summary>What kind of tool call a block is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<ToolUseType>))]
public readonly partial struct ToolUseType : IOpenValue<ToolUseType>
{
    /// <summary>The service runs the tool itself: there is nothing to do for the caller.</summary>
    public static ToolUseType ServerToolUse { get; } = new("server_tool_use");
}

/// <summary>The format of a video. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html</remarks>
[JsonConverter(typeof(OpenValueConverter<VideoFormat>))]
public readonly partial struct VideoFormat : IOpenValue<VideoFormat>
{
    /// <summary>Matroska.</summary>
    public static VideoFormat Mkv { get; } = new("mkv");

    /// <summary>QuickTime.</summary>
    public static VideoFormat Mov { get; } = new("mov");

    /// <summary>MPEG-4.</summary>
    public static VideoFormat Mp4 { get; } = new("mp4");

    /// <summary>WebM.</summary>
    public static VideoFormat WebM { get; } = new("webm");

    /// <summary>Flash video.</summary>
    public static VideoFormat Flv { get; } = new("flv");

    /// <summary>MPEG.</summary>
    public static VideoFormat Mpeg { get; } = new("mpeg");

    /// <summary>MPEG, by its short name.</summary>
    public static VideoFormat Mpg { get; } = new("mpg");

    /// <summary>Windows Media.</summary>
    public static VideoFormat Wmv { get; } = new("wmv");

    /// <summary>3GP.</summary>
    public static VideoFormat ThreeGp { get; } = new("three_gp");
}
