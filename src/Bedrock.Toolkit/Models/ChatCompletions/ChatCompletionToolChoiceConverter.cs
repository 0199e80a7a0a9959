using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ChatCompletionToolChoice"/>: a string, or an object by its <c>type</c>. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionToolChoiceConverter : TaggedUnionConverter<ChatCompletionToolChoice>
{
    /// <summary>Creates the converter.</summary>
    public ChatCompletionToolChoiceConverter()
        : base(ChatCompletionJsonContext.Default) => Add<ChatCompletionToolChoiceFunction>("function");

    /// <inheritdoc/>
    protected override ChatCompletionToolChoice CreateUnknown(JsonElement raw) => raw.ValueKind == JsonValueKind.String
        ? new ChatCompletionToolChoiceMode(raw.GetString()!)
        : new ChatCompletionUnknownToolChoice(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ChatCompletionToolChoice value) => value switch
    {
        ChatCompletionToolChoiceMode mode => mode.Raw,
        ChatCompletionUnknownToolChoice unknown => unknown.Raw,
        _ => null,
    };
}
