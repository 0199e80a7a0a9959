using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a message: a string, or, for Pixtral, parts. Not thread safe while it is changed.</summary>
/// <remarks>
/// Takes a string or a collection expression: <c>Content = "hello"</c>, <c>Content = [new MistralChatTextPart("look"), image]</c>. A text given as a
/// string stays a string on the wire until a part is added or replaced, or its one part gets members that a string cannot hold.
/// </remarks>
[CollectionBuilder(typeof(MistralChatContent), nameof(Create))]
[JsonConverter(typeof(MistralChatContentConverter))]
public sealed class MistralChatContent : IList<MistralChatPart>, IReadOnlyList<MistralChatPart>
{
    private readonly string? _text;
    private List<MistralChatPart>? _parts;
    private bool _isString;

    /// <summary>Content without parts.</summary>
    public MistralChatContent()
        : this([])
    {
    }

    /// <summary>Content that is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public MistralChatContent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _isString = true;
    }

    private MistralChatContent(List<MistralChatPart> parts) => _parts = parts;

    /// <summary>The number of parts; a string counts as one.</summary>
    public int Count => _parts?.Count ?? 1;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The texts of all text parts, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    public string Text => StringForm ?? string.Concat(Parts.OfType<MistralChatTextPart>().Select(part => part.Text));

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
                [MistralChatTextPart { IsPlain: true } only] => only.Text,
                _ => null,
            };
        }
    }

    // The part of a string is made when somebody asks for it; the string form is kept until the part says otherwise.
    private List<MistralChatPart> Parts => _parts ??= [new MistralChatTextPart(_text!)];

    /// <inheritdoc cref="IList{T}.this[int]"/>
    public MistralChatPart this[int index]
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
    public static implicit operator MistralChatContent?(string? text) => text is null ? null : new MistralChatContent(text);

    /// <summary>Content of parts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentNullException">One of the parts is null.</exception>
    public static MistralChatContent Create(ReadOnlySpan<MistralChatPart> parts)
    {
        foreach (MistralChatPart part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        }

        return new MistralChatContent([.. parts]);
    }

    /// <inheritdoc/>
    public void Add(MistralChatPart item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, MistralChatPart item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => Changed().Clear();

    /// <inheritdoc/>
    public bool Remove(MistralChatPart item) => Changed().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Changed().RemoveAt(index);

    /// <inheritdoc/>
    public bool Contains(MistralChatPart item) => Parts.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(MistralChatPart item) => Parts.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(MistralChatPart[] array, int arrayIndex) => Parts.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<MistralChatPart> GetEnumerator() => Parts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal MistralChatContent Clone() =>
        StringForm is { } text ? new MistralChatContent(text) : new MistralChatContent([.. Parts.Select(part => part.Clone())]);

    private List<MistralChatPart> Changed()
    {
        List<MistralChatPart> parts = Parts;
        _isString = false;
        return parts;
    }
}
