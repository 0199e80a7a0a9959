namespace Bedrock.Toolkit.Models;

/// <summary>A text that comes in pieces, gathered in an array of the shared pool until somebody asks for it. Used by one thread at a time.</summary>
internal sealed class GrowingText
{
    private const int InitialLength = 256;

    private string _before = string.Empty;
    private char[] _array = [];
    private int _length;

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

    /// <summary>The text so far; gives the array back.</summary>
    public override string ToString()
    {
        if (_length > 0)
        {
            _before = string.Concat(_before, _array.AsSpan(0, _length));
            _length = 0;
        }

        GiveBack();
        return _before;
    }

    private void Reserve(int count)
    {
        if (_array.Length - _length >= count)
        {
            return;
        }

        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(InitialLength, Math.Max(2 * _array.Length, _length + count)));
        _array.AsSpan(0, _length).CopyTo(larger);
        GiveBack();
        _array = larger;
    }

    private void GiveBack()
    {
        char[] array = _array;
        _array = [];
        if (array.Length > 0)
        {
            ArrayPool<char>.Shared.Return(array);
        }
    }
}
