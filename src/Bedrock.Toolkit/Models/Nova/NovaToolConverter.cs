using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="NovaTool"/> by the member that only one variant has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaToolConverter : SingleKeyUnionConverter<NovaTool>
{
    /// <summary>Creates the converter.</summary>
    public NovaToolConverter()
        : base(NovaJsonContext.Default)
    {
        Add<NovaCustomTool>("toolSpec");
        Add<NovaSystemTool>("systemTool");
        Add<NovaToolCachePoint>("cachePoint");
    }

    /// <inheritdoc/>
    protected override NovaTool CreateUnknown(JsonElement raw) => new NovaUnknownTool(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(NovaTool value) => (value as NovaUnknownTool)?.Raw;
}
