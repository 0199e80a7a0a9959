using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ImageSource"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImageSourceConverter : SingleKeyUnionConverter<ImageSource>
{
    /// <summary>Creates the converter.</summary>
    public ImageSourceConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ImageBytesSource>("bytes");
        Add<ImageS3Source>("s3Location");
    }

    /// <inheritdoc/>
    protected override ImageSource CreateUnknown(JsonElement raw) => new UnknownImageSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ImageSource value) => (value as UnknownImageSource)?.Raw;
}
