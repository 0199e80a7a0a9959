using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message: a string, or parts. Not thread safe while it is changed.</summary>
/// <remarks>
/// Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new ChatCompletionTextPart("look"), image]</c>. A text given as
/// a string stays a string on the wire, also when its one part was looked at. It becomes an array as soon as a part is added or replaced, or its one
/// part gets members that a string cannot hold.
/// </remarks>
[CollectionBuilder(typeof(ChatCompletionContent), nameof(Create))]
[JsonConverter(typeof(ChatCompletionContentConverter))]
public sealed class ChatCompletionContent : IList<ChatCompletionContentPart>, IReadOnlyList<ChatCompletionContentPart>
{
    private readonly string? _text;
    private List<ChatCompletionContentPart>? _parts;
    private bool _isString;

    /// <summary>Content without parts.</summary>
    public ChatCompletionContent()
        : this([])
    {
    }

    /// <summary>Content that is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionContent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _isString = true;
    }

    private ChatCompletionContent(List<ChatCompletionContentPart> parts) => _parts = parts;

    /// <summary>The number of parts; a string counts as one.</summary>
    public int Count => _parts?.Count ?? 1;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The texts of all text parts, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    public string Text => StringForm ?? string.Concat(Parts.OfType<ChatCompletionTextPart>().Select(part => part.Text));

    /// <summary>The text when the wire has a string, else null.</summary>
    internal string? StringForm
    {
        get
        {
            if (!_isString)
            {
                return null;
            }

            return _parts switch
            {
                null => _text,
                [ChatCompletionTextPart { IsPlain: true } only] => only.Text,
                _ => null,
            };
        }
    }

    // The part of a string is made when somebody asks for it; the string form is kept until the part says otherwise.
    private List<ChatCompletionContentPart> Parts => _parts ??= [new ChatCompletionTextPart(_text!)];

    /// <inheritdoc cref="IList{T}.this[int]"/>
    public ChatCompletionContentPart this[int index]
    {
        get => Parts[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changed()[index] = value;
        }
    }

    /// <summary>Content that is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ChatCompletionContent?(string? text) => text is null ? null : new ChatCompletionContent(text);

    /// <summary>Content of parts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentNullException">One of the parts is null.</exception>
    public static ChatCompletionContent Create(ReadOnlySpan<ChatCompletionContentPart> parts)
    {
        foreach (ChatCompletionContentPart part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        }

        return new ChatCompletionContent([.. parts]);
    }

    /// <inheritdoc/>
    public void Add(ChatCompletionContentPart item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, ChatCompletionContentPart item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => Changed().Clear();

    /// <inheritdoc/>
    public bool Remove(ChatCompletionContentPart item) => Changed().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Changed().RemoveAt(index);

    /// <inheritdoc/>
    public bool Contains(ChatCompletionContentPart item) => Parts.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(ChatCompletionContentPart item) => Parts.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(ChatCompletionContentPart[] array, int arrayIndex) => Parts.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<ChatCompletionContentPart> GetEnumerator() => Parts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ChatCompletionContent Clone() =>
        StringForm is { } text ? new ChatCompletionContent(text) : new ChatCompletionContent([.. Parts.Select(part => part.Clone())]);

    private List<ChatCompletionContentPart> Changed()
    {
        List<ChatCompletionContentPart> parts = Parts;
        _isString = false;
        return parts;
    }
}
