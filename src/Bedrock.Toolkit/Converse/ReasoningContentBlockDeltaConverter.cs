using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ReasoningContentBlockDelta"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasoningContentBlockDeltaConverter : SingleKeyUnionConverter<ReasoningContentBlockDelta>
{
    /// <summary>Creates the converter.</summary>
    public ReasoningContentBlockDeltaConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<ReasoningTextDelta>("text");
        Add<RedactedReasoningDelta>("redactedContent");
        Add<ReasoningSignatureDelta>("signature");
    }

    /// <inheritdoc/>
    protected override ReasoningContentBlockDelta CreateUnknown(JsonElement raw) => new UnknownReasoningContentBlockDelta(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ReasoningContentBlockDelta value) => (value as UnknownReasoningContentBlockDelta)?.Raw;
}
