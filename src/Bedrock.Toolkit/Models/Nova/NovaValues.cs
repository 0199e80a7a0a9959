namespace Bedrock.Toolkit.Models;

/// <summary>The file format of a sound. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaAudioFormat>))]
public readonly partial struct NovaAudioFormat : IOpenValue<NovaAudioFormat>
{
    /// <summary>MP3.</summary>
    public static NovaAudioFormat Mp3 { get; } = new("mp3");

    /// <summary>Opus.</summary>
    public static NovaAudioFormat Opus { get; } = new("opus");

    /// <summary>WAV.</summary>
    public static NovaAudioFormat Wav { get; } = new("wav");

    /// <summary>AAC.</summary>
    public static NovaAudioFormat Aac { get; } = new("aac");

    /// <summary>FLAC.</summary>
    public static NovaAudioFormat Flac { get; } = new("flac");

    /// <summary>MPEG-4.</summary>
    public static NovaAudioFormat Mp4 { get; } = new("mp4");

    /// <summary>Ogg.</summary>
    public static NovaAudioFormat Ogg { get; } = new("ogg");

    /// <summary>Matroska.</summary>
    public static NovaAudioFormat Mkv { get; } = new("mkv");
}

/// <summary>The kind of a cache point. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaCachePointType>))]
public readonly partial struct NovaCachePointType : IOpenValue<NovaCachePointType>
{
    /// <summary>The only documented one.</summary>
    public static NovaCachePointType Default { get; } = new("default");
}

/// <summary>The file format of a document. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaDocumentFormat>))]
public readonly partial struct NovaDocumentFormat : IOpenValue<NovaDocumentFormat>
{
    /// <summary>PDF.</summary>
    public static NovaDocumentFormat Pdf { get; } = new("pdf");

    /// <summary>Comma-separated values.</summary>
    public static NovaDocumentFormat Csv { get; } = new("csv");

    /// <summary>Word, the older format.</summary>
    public static NovaDocumentFormat Doc { get; } = new("doc");

    /// <summary>Word.</summary>
    public static NovaDocumentFormat Docx { get; } = new("docx");

    /// <summary>Excel, the older format.</summary>
    public static NovaDocumentFormat Xls { get; } = new("xls");

    /// <summary>Excel.</summary>
    public static NovaDocumentFormat Xlsx { get; } = new("xlsx");

    /// <summary>HTML.</summary>
    public static NovaDocumentFormat Html { get; } = new("html");

    /// <summary>Plain text.</summary>
    public static NovaDocumentFormat Txt { get; } = new("txt");

    /// <summary>Markdown.</summary>
    public static NovaDocumentFormat Md { get; } = new("md");
}

/// <summary>As what a guardrail sees a text. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaGuardQualifier>))]
public readonly partial struct NovaGuardQualifier : IOpenValue<NovaGuardQualifier>
{
    /// <summary>What the answer must be grounded in.</summary>
    public static NovaGuardQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question.</summary>
    public static NovaGuardQualifier Query { get; } = new("query");

    /// <summary>Content to be checked.</summary>
    public static NovaGuardQualifier GuardContent { get; } = new("guard_content");
}

/// <summary>The file format of an image. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaImageFormat>))]
public readonly partial struct NovaImageFormat : IOpenValue<NovaImageFormat>
{
    /// <summary>JPEG.</summary>
    public static NovaImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>PNG.</summary>
    public static NovaImageFormat Png { get; } = new("png");

    /// <summary>GIF.</summary>
    public static NovaImageFormat Gif { get; } = new("gif");

    /// <summary>WebP.</summary>
    public static NovaImageFormat Webp { get; } = new("webp");
}

/// <summary>How much a Nova 2 model reasons. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReasoningEffort>))]
public readonly partial struct NovaReasoningEffort : IOpenValue<NovaReasoningEffort>
{
    /// <summary>Little.</summary>
    public static NovaReasoningEffort Low { get; } = new("low");

    /// <summary>More.</summary>
    public static NovaReasoningEffort Medium { get; } = new("medium");

    /// <summary>Most; temperature, top-p and top-k must be unset then.</summary>
    public static NovaReasoningEffort High { get; } = new("high");
}

/// <summary>Whether a Nova 2 model reasons before it answers. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReasoningType>))]
public readonly partial struct NovaReasoningType : IOpenValue<NovaReasoningType>
{
    /// <summary>It reasons.</summary>
    public static NovaReasoningType Enabled { get; } = new("enabled");

    /// <summary>It does not: the default.</summary>
    public static NovaReasoningType Disabled { get; } = new("disabled");
}

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaRole>))]
public readonly partial struct NovaRole : IOpenValue<NovaRole>
{
    /// <summary>The user, also where tool results are given.</summary>
    public static NovaRole User { get; } = new("user");

    /// <summary>The model; as the last message it is the beginning of the answer.</summary>
    public static NovaRole Assistant { get; } = new("assistant");
}

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and
/// https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaStopReason>))]
public readonly partial struct NovaStopReason : IOpenValue<NovaStopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static NovaStopReason EndTurn { get; } = new("end_turn");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static NovaStopReason ToolUse { get; } = new("tool_use");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static NovaStopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up; unconfirmed.</summary>
    public static NovaStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The content filter removed the answer.</summary>
    public static NovaStopReason ContentFiltered { get; } = new("content_filtered");

    /// <summary>The model wrote what cannot be read.</summary>
    public static NovaStopReason MalformedModelOutput { get; } = new("malformed_model_output");

    /// <summary>The model called a tool in a way that cannot be read.</summary>
    public static NovaStopReason MalformedToolUse { get; } = new("malformed_tool_use");

    /// <summary>A built-in tool could not be reached.</summary>
    public static NovaStopReason ServiceUnavailable { get; } = new("service_unavailable");

    /// <summary>A built-in tool was asked for something invalid.</summary>
    public static NovaStopReason InvalidQuery { get; } = new("invalid_query");

    /// <summary>Built-in tools were called too often.</summary>
    public static NovaStopReason MaxToolInvocations { get; } = new("max_tool_invocations");
}

/// <summary>Whether a tool succeeded. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaToolResultStatus>))]
public readonly partial struct NovaToolResultStatus : IOpenValue<NovaToolResultStatus>
{
    /// <summary>The tool gave a result.</summary>
    public static NovaToolResultStatus Success { get; } = new("success");

    /// <summary>The tool failed.</summary>
    public static NovaToolResultStatus Error { get; } = new("error");
}

/// <summary>The file format of a video. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaVideoFormat>))]
public readonly partial struct NovaVideoFormat : IOpenValue<NovaVideoFormat>
{
    /// <summary>Matroska.</summary>
    public static NovaVideoFormat Mkv { get; } = new("mkv");

    /// <summary>QuickTime.</summary>
    public static NovaVideoFormat Mov { get; } = new("mov");

    /// <summary>MPEG-4.</summary>
    public static NovaVideoFormat Mp4 { get; } = new("mp4");

    /// <summary>WebM.</summary>
    public static NovaVideoFormat Webm { get; } = new("webm");

    /// <summary>3GP.</summary>
    public static NovaVideoFormat ThreeGp { get; } = new("three_gp");

    /// <summary>Flash video.</summary>
    public static NovaVideoFormat Flv { get; } = new("flv");

    /// <summary>MPEG.</summary>
    public static NovaVideoFormat Mpeg { get; } = new("mpeg");

    /// <summary>MPEG, by its other ending.</summary>
    public static NovaVideoFormat Mpg { get; } = new("mpg");

    /// <summary>Windows Media Video.</summary>
    public static NovaVideoFormat Wmv { get; } = new("wmv");
}
