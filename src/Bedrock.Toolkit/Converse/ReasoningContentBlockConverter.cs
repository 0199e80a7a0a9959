using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ReasoningContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasoningContentBlockConverter : SingleKeyUnionConverter<ReasoningContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public ReasoningContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ReasoningTextContent>("reasoningText");
        Add<RedactedReasoningContent>("redactedContent");
    }

    /// <inheritdoc/>
    protected override ReasoningContentBlock CreateUnknown(JsonElement raw) => new UnknownReasoningContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ReasoningContentBlock value) => (value as UnknownReasoningContentBlock)?.Raw;
}
