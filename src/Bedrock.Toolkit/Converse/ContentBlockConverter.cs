using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="ContentBlock"/> by the one member that it has. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentBlockConverter : SingleKeyUnionConverter<ContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public ContentBlockConverter()
        : base(ConverseJsonContext.Default)
    {
        Add<TextContent>("text");
        Add<ImageContent>("image");
        Add<DocumentContent>("document");
        Add<VideoContent>("video");
        Add<AudioContent>("audio");
        Add<ToolUseContent>("toolUse");
        Add<ToolResultContent>("toolResult");
        Add<GuardContent>("guardContent");
        Add<CachePointContent>("cachePoint");
        Add<ReasoningContent>("reasoningContent");
        Add<CitationsContent>("citationsContent");
        Add<SearchResultContent>("searchResult");
        Add<ToolAdditionContent>("toolAddition");
        Add<ToolRemovalContent>("toolRemoval");
    }

    /// <inheritdoc/>
    protected override ContentBlock CreateUnknown(JsonElement raw) => new UnknownContentBlock(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ContentBlock value) => (value as UnknownContentBlock)?.Raw;
}
