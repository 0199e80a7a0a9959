using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Texts at which the model stops: a string, or a list.</summary>
/// <remarks>Takes a string or a collection expression: <c>Stop = "END"</c>, <c>Stop = ["END", "###"]</c>.</remarks>
[CollectionBuilder(typeof(ChatCompletionStop), nameof(Create))]
[JsonConverter(typeof(ChatCompletionStopConverter))]
public sealed class ChatCompletionStop : TextOrParts<string>, ICopied<ChatCompletionStop>
{
    /// <summary>An empty list.</summary>
    public ChatCompletionStop()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionStop(string text)
        : base(text)
    {
    }

    private ChatCompletionStop(ReadOnlySpan<string> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ChatCompletionStop?(string? text) => text is null ? null : new ChatCompletionStop(text);

    /// <summary>A list of texts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The texts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static ChatCompletionStop Create(ReadOnlySpan<string> parts) => new(parts);

    ChatCompletionStop ICopied<ChatCompletionStop>.Copy() => StringForm is { } text ? new ChatCompletionStop(text) : new ChatCompletionStop([.. this]);

    private protected override string FromText(string text) => text;

    private protected override string? TextOf(string part) => part;

    private protected override bool IsPlain(string part) => true;
}

/// <summary>Reads and writes <see cref="ChatCompletionStop"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionStopConverter() : TextOrPartsConverter<ChatCompletionStop, string>(ChatCompletionJsonContext.Default)
{
    private protected override ChatCompletionStop Create(string text) => new(text);

    private protected override ChatCompletionStop Create() => new();
}
