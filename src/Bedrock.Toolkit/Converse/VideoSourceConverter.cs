using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="VideoSource"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoSourceConverter : SingleKeyUnionConverter<VideoSource>
{
    /// <summary>Creates the converter.</summary>
    public VideoSourceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<VideoBytesSource>("bytes");
        Add<VideoS3Source>("s3Location");
    }

    /// <inheritdoc/>
    protected override VideoSource CreateUnknown(JsonElement raw) => new UnknownVideoSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(VideoSource value) => (value as UnknownVideoSource)?.Raw;
}
