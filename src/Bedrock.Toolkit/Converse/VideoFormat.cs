using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of a video. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<VideoFormat>))]
public readonly record struct VideoFormat(string Value) : IOpenValue<VideoFormat>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator VideoFormat(string value) => new(value);

    /// <inheritdoc/>
    public static VideoFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
