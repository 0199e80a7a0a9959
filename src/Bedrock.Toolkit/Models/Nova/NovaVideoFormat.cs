using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of a video. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaVideoFormat>))]
public readonly record struct NovaVideoFormat(string Value) : IOpenValue<NovaVideoFormat>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaVideoFormat(string value) => new(value);

    /// <inheritdoc/>
    public static NovaVideoFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
