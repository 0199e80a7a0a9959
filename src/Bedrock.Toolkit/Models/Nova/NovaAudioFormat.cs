using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file format of a sound. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaAudioFormat>))]
public readonly record struct NovaAudioFormat(string Value) : IOpenValue<NovaAudioFormat>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaAudioFormat(string value) => new(value);

    /// <inheritdoc/>
    public static NovaAudioFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
