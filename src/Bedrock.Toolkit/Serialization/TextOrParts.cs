using System.Collections;

namespace Bedrock.Toolkit.Serialization;

/// <summary>What the wire writes as a string or as an array: content of text or blocks, one stop text or several.</summary>
/// <remarks>
/// A text given as a string stays a string on the wire, also when its one part was looked at. It becomes an array as soon as a part is added or
/// replaced, or its one part gets what a string cannot hold (a cache point, citations, members that this version does not know).
/// </remarks>
/// <typeparam name="T">The parts.</typeparam>
public abstract class TextOrParts<T> : IList<T>, IReadOnlyList<T>
    where T : class
{
    private readonly string? _text;
    private List<T>? _parts;
    private bool _isString;

    private protected TextOrParts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _isString = true;
    }

    private protected TextOrParts(ReadOnlySpan<T> parts)
    {
        foreach (T part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        }

        _parts = [.. parts];
    }

    /// <summary>The number of parts; a string counts as one.</summary>
    public int Count => _parts?.Count ?? 1;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The texts of all parts that are text, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    public string Text => StringForm ?? string.Concat(Parts.Select(TextOf));

    /// <summary>The text when the wire has a string, else null.</summary>
    internal string? StringForm => !_isString ? null : _parts is null ? _text : _parts is [{ } only] && IsPlain(only) ? TextOf(only) : null;

    // The part of a string is made when somebody asks for it; the string form is kept until the part says otherwise.
    private List<T> Parts => _parts ??= [FromText(_text!)];

    /// <inheritdoc cref="IList{T}.this[int]"/>
    public T this[int index]
    {
        get => Parts[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changed()[index] = value;
        }
    }

    /// <inheritdoc/>
    public void Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => Changed().Clear();

    /// <inheritdoc/>
    public bool Remove(T item) => Changed().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Changed().RemoveAt(index);

    /// <inheritdoc/>
    public bool Contains(T item) => Parts.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(T item) => Parts.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => Parts.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Parts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The part that a string stands for.</summary>
    /// <summary>How many parts there are, never their content.</summary>
    /// <returns>Such as <c>ClaudeContent: 2 parts; see Text</c>.</returns>
    public override string ToString() => new ObjectSummary(nameof(Text), ObjectSummary.Count(Count, "part")).ToText(GetType().Name, null);

    private protected abstract T FromText(string text);

    /// <summary>The text of a part; null when the part is no text.</summary>
    private protected abstract string? TextOf(T part);

    /// <summary>Whether a part is a text and nothing more, so that a string can stand for it.</summary>
    private protected abstract bool IsPlain(T part);

    private List<T> Changed()
    {
        List<T> parts = Parts;
        _isString = false;
        return parts;
    }
}
