using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ChatCompletionContentPart"/> by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionContentPartConverter : TaggedUnionConverter<ChatCompletionContentPart>
{
    /// <summary>Creates the converter.</summary>
    public ChatCompletionContentPartConverter()
        : base(ChatCompletionJsonContext.Default)
    {
        Add<ChatCompletionTextPart>("text");
        Add<ChatCompletionImagePart>("image_url");
        Add<ChatCompletionAudioPart>("input_audio");
        Add<ChatCompletionVideoPart>("video_url");
        Add<ChatCompletionFilePart>("file");
        Add<ChatCompletionRefusalPart>("refusal");
    }

    /// <inheritdoc/>
    protected override ChatCompletionContentPart CreateUnknown(JsonElement raw) => new ChatCompletionUnknownPart(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ChatCompletionContentPart value) => (value as ChatCompletionUnknownPart)?.Raw;
}
