using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="MistralChatPart"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatPartConverter : TaggedUnionConverter<MistralChatPart>
{
    /// <summary>Creates the converter.</summary>
    public MistralChatPartConverter()
        : base(MistralChatJsonContext.Default)
    {
        Add<MistralChatTextPart>("text");
        Add<MistralChatImagePart>("image_url");
    }

    /// <inheritdoc/>
    protected override MistralChatPart CreateUnknown(JsonElement raw) => new MistralChatUnknownPart(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(MistralChatPart value) => (value as MistralChatUnknownPart)?.Raw;
}
