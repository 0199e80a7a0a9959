using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="SystemContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemContentBlockConverter : SingleKeyUnionConverter<SystemContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public SystemContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<SystemTextContent>("text");
        Add<SystemGuardContent>("guardContent");
        Add<SystemCachePointContent>("cachePoint");
    }

    /// <inheritdoc/>
    protected override SystemContentBlock CreateUnknown(JsonElement raw) => new UnknownSystemContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(SystemContentBlock value) => (value as UnknownSystemContentBlock)?.Raw;
}
