namespace Bedrock.Toolkit.Models;

/// <summary>Why a shot or a video failed. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReelFailureType>))]
public readonly partial struct NovaReelFailureType : IOpenValue<NovaReelFailureType>
{
    /// <summary>An error of the service.</summary>
    public static NovaReelFailureType InternalServerException { get; } = new("INTERNAL_SERVER_EXCEPTION");

    /// <summary>A content filter withheld it.</summary>
    public static NovaReelFailureType OutputVideoDeflection { get; } = new("RAI_VIOLATION_OUTPUT_VIDEO_DEFLECTION");

    /// <summary>Too much at once.</summary>
    public static NovaReelFailureType RateLimitExceeded { get; } = new("RATE_LIMIT_EXCEEDED");

    /// <summary>It was given up because another part failed.</summary>
    public static NovaReelFailureType Aborted { get; } = new("ABORTED");
}

/// <summary>The file format of an image for Nova Reel. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReelImageFormat>))]
public readonly partial struct NovaReelImageFormat : IOpenValue<NovaReelImageFormat>
{
    /// <summary>PNG.</summary>
    public static NovaReelImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static NovaReelImageFormat Jpeg { get; } = new("jpeg");
}

/// <summary>How a shot or a video ended. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReelStatusValue>))]
public readonly partial struct NovaReelStatusValue : IOpenValue<NovaReelStatusValue>
{
    /// <summary>It is at its location.</summary>
    public static NovaReelStatusValue Success { get; } = new("SUCCESS");

    /// <summary>It failed.</summary>
    public static NovaReelStatusValue Failure { get; } = new("FAILURE");
}

/// <summary>What Nova Reel does. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<NovaReelTaskType>))]
public readonly partial struct NovaReelTaskType : IOpenValue<NovaReelTaskType>
{
    /// <summary>Six seconds from a text and, optionally, a first image.</summary>
    public static NovaReelTaskType TextToVideo { get; } = new("TEXT_VIDEO");

    /// <summary>Several shots from one text; v1:1 only.</summary>
    public static NovaReelTaskType MultiShotAutomated { get; } = new("MULTI_SHOT_AUTOMATED");

    /// <summary>Several shots, each with its own text; v1:1 only.</summary>
    public static NovaReelTaskType MultiShotManual { get; } = new("MULTI_SHOT_MANUAL");
}
