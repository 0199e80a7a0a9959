using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="NovaContentBlock"/> by the member that only one variant has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaContentBlockConverter : SingleKeyUnionConverter<NovaContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public NovaContentBlockConverter()
        : base(NovaJsonContext.Default)
    {
        Add<NovaTextBlock>("text");
        Add<NovaToolUseBlock>("toolUse");
        Add<NovaToolResultBlock>("toolResult");
        Add<NovaImageBlock>("image");
        Add<NovaVideoBlock>("video");
        Add<NovaReasoningBlock>("reasoningContent");
        Add<NovaJsonBlock>("json");
        Add<NovaAudioBlock>("audio");
        Add<NovaDocumentBlock>("document");
        Add<NovaGuardContentBlock>("guardContent");
    }

    /// <inheritdoc/>
    /// <remarks>A cache point comes alone or beside a text: it counts only when nothing else is there, wherever in the object it stands.</remarks>
    protected override NovaContentBlock CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("cachePoint", out JsonElement point) && point.ValueKind == JsonValueKind.Object
            ? raw.Deserialize(NovaJsonContext.Default.NovaCachePointBlock)!
            : new NovaUnknownBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(NovaContentBlock value) => value switch
    {
        NovaUnknownBlock unknown => unknown.Raw,
        NovaCachePointBlock point => JsonSerializer.SerializeToElement(point, NovaJsonContext.Default.NovaCachePointBlock),
        _ => null,
    };
}
