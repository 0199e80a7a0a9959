using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of a sound. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AudioFormat>))]
public readonly record struct AudioFormat(string Value) : IOpenValue<AudioFormat>
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

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AudioFormat(string value) => new(value);

    /// <inheritdoc/>
    public static AudioFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
