using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message: a string, or, for Pixtral, parts.</summary>
/// <remarks>Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new MistralChatTextPart("look"), image]</c>.</remarks>
[CollectionBuilder(typeof(MistralChatContent), nameof(Create))]
[JsonConverter(typeof(MistralChatContentConverter))]
public sealed class MistralChatContent : TextOrParts<MistralChatPart>, ICopied<MistralChatContent>
{
    /// <summary>An empty list.</summary>
    public MistralChatContent()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public MistralChatContent(string text)
        : base(text)
    {
    }

    private MistralChatContent(ReadOnlySpan<MistralChatPart> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator MistralChatContent?(string? text) => text is null ? null : new MistralChatContent(text);

    /// <summary>A list of parts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static MistralChatContent Create(ReadOnlySpan<MistralChatPart> parts) => new(parts);

    MistralChatContent ICopied<MistralChatContent>.Copy() => StringForm is { } text ? new MistralChatContent(text) : new MistralChatContent([.. this.Select(part => Copies.Of(part))]);

    private protected override MistralChatPart FromText(string text) => new MistralChatTextPart(text);

    private protected override string? TextOf(MistralChatPart part) => (part as MistralChatTextPart)?.Text;

    private protected override bool IsPlain(MistralChatPart part) => part is MistralChatTextPart { IsPlain: true };
}

/// <summary>Reads and writes <see cref="MistralChatContent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatContentConverter() : TextOrPartsConverter<MistralChatContent, MistralChatPart>(MistralChatJsonContext.Default)
{
    private protected override MistralChatContent Create(string text) => new(text);

    private protected override MistralChatContent Create() => new();
}
