using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeSource"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeSourceConverter : TaggedUnionConverter<ClaudeSource>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeSourceConverter()
        : base(ClaudeJsonContext.Default)
    {
        Add<ClaudeBase64Source>("base64");
        Add<ClaudeTextSource>("text");
        Add<ClaudeContentSource>("content");
    }

    /// <inheritdoc/>
    protected override ClaudeSource CreateUnknown(JsonElement raw) => new ClaudeUnknownSource(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeSource value) => (value as ClaudeUnknownSource)?.Raw;
}
