using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="AudioSource"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AudioSourceConverter : SingleKeyUnionConverter<AudioSource>
{
    /// <summary>Creates the converter.</summary>
    public AudioSourceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<AudioBytesSource>("bytes");
        Add<AudioS3Source>("s3Location");
    }

    /// <inheritdoc/>
    protected override AudioSource CreateUnknown(JsonElement raw) => new UnknownAudioSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(AudioSource value) => (value as UnknownAudioSource)?.Raw;
}
