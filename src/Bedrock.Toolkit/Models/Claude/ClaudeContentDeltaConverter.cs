using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ClaudeContentDelta"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContentDeltaConverter : TaggedUnionConverter<ClaudeContentDelta>
{
    /// <summary>Creates the converter.</summary>
    public ClaudeContentDeltaConverter()
        : base(ClaudeJsonContext.Default)
    {
        Add<ClaudeTextDelta>("text_delta");
        Add<ClaudeInputJsonDelta>("input_json_delta");
        Add<ClaudeThinkingDelta>("thinking_delta");
        Add<ClaudeSignatureDelta>("signature_delta");
        Add<ClaudeCitationsDelta>("citations_delta");
        Add<ClaudeCompactionDelta>("compaction_delta");
    }

    /// <inheritdoc/>
    protected override ClaudeContentDelta CreateUnknown(JsonElement raw) => new ClaudeUnknownDelta(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ClaudeContentDelta value) => (value as ClaudeUnknownDelta)?.Raw;
}
