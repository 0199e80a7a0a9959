using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="NovaToolChoice"/> by the member that only one variant has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaToolChoiceConverter : SingleKeyUnionConverter<NovaToolChoice>
{
    /// <summary>Creates the converter.</summary>
    public NovaToolChoiceConverter()
        : base(NovaJsonContext.Default)
    {
        Add<NovaAutoToolChoice>("auto");
        Add<NovaAnyToolChoice>("any");
        Add<NovaNamedToolChoice>("tool");
    }

    /// <inheritdoc/>
    protected override NovaToolChoice CreateUnknown(JsonElement raw) => new NovaUnknownToolChoice(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(NovaToolChoice value) => (value as NovaUnknownToolChoice)?.Raw;
}
