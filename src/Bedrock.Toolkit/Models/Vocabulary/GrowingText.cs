namespace Bedrock.Toolkit.Models;

/// <summary>A text that comes in pieces, gathered in arrays of the shared pool until somebody asks for it. Used by one thread at a time.</summary>
/// <remarks>
/// The arrays are of the same length from the third on, and none is copied: one that grew by doubling would allocate several times the text whenever
/// the pool has no array of its size, and the pool empties itself when memory is scarce.
/// </remarks>
internal sealed class GrowingText
{
    private const int FirstLength = 256;
    private const int MostLength = 16 * 1024;

    private readonly List<(char[] Array, int Length)> _full = [];
    private string _before = string.Empty;
    private char[] _array = [];
    private int _length;
    private int _fullLength;

    public void Append(ReadOnlySpan<char> piece)
    {
        Reserve(piece.Length);
        piece.CopyTo(_array.AsSpan(_length));
        _length += piece.Length;
    }

    /// <summary>Adds the string that a reader stands on.</summary>
    /// <exception cref="InvalidOperationException">It is no valid Unicode; nothing was added.</exception>
    public void Append(scoped in Utf8JsonReader reader)
    {
        // No text has more characters than it has bytes, escaped or not.
        Reserve(reader.ValueSpan.Length);
        _length += reader.CopyString(_array.AsSpan(_length));
    }

    /// <summary>The text so far; gives the arrays back.</summary>
    public override string ToString()
    {
        int length = _before.Length + _fullLength + _length;
        if (length > _before.Length)
        {
            _before = string.Create(length, this, static (text, whole) => whole.CopyTo(text));
        }

        foreach ((char[] array, _) in _full)
        {
            ArrayPool<char>.Shared.Return(array);
        }

        if (_array.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_array);
        }

        _full.Clear();
        (_array, _length, _fullLength) = ([], 0, 0);
        return _before;
    }

    private void CopyTo(Span<char> text)
    {
        _before.CopyTo(text);
        text = text[_before.Length..];
        foreach ((char[] array, int length) in _full)
        {
            array.AsSpan(0, length).CopyTo(text);
            text = text[length..];
        }

        _array.AsSpan(0, _length).CopyTo(text);
    }

    private void Reserve(int count)
    {
        if (_array.Length - _length >= count)
        {
            return;
        }

        int wanted = _array.Length == 0 ? FirstLength : Math.Min(8 * _array.Length, MostLength);
        char[] next = ArrayPool<char>.Shared.Rent(Math.Max(wanted, count));
        if (_length > 0)
        {
            _full.Add((_array, _length));
            _fullLength += _length;
        }
        else if (_array.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_array);
        }

        (_array, _length) = (next, 0);
    }
}
