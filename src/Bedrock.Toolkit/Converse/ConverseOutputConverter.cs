using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ConverseOutput"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseOutputConverter : SingleKeyUnionConverter<ConverseOutput>
{
    /// <summary>Creates the converter.</summary>
    public ConverseOutputConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<MessageOutput>("message");
    }

    /// <inheritdoc/>
    protected override ConverseOutput CreateUnknown(JsonElement raw) => new UnknownConverseOutput(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ConverseOutput value) => (value as UnknownConverseOutput)?.Raw;
}
