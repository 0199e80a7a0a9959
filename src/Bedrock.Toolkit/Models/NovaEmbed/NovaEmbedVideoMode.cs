using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How picture and sound of a video are put into vectors. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedVideoMode>))]
public readonly record struct NovaEmbedVideoMode(string Value) : IOpenValue<NovaEmbedVideoMode>
{
    /// <summary>One vector of both.</summary>
    public static NovaEmbedVideoMode Combined { get; } = new("AUDIO_VIDEO_COMBINED");

    /// <summary>One vector for the picture, one for the sound.</summary>
    public static NovaEmbedVideoMode Separate { get; } = new("AUDIO_VIDEO_SEPARATE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedVideoMode(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedVideoMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
