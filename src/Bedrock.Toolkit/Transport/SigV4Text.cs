namespace Bedrock.Toolkit.Transport;

/// <summary>UTF-8 text that grows in a rented array, which is cleared when given back because it can hold a session token.</summary>
internal ref struct SigV4Text : IDisposable
{
    private byte[] _buffer;
    private int _length;

    public SigV4Text(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Starts again with the same array.</summary>
    public void Clear() => _length = 0;

    public void Append(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void AppendHex(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * 2);
        Convert.TryToHexStringLower(bytes, _buffer.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>Appends one byte of a path or query: itself when unreserved, else as <c>%XX</c>.</summary>
    public void AppendEncoded(byte value)
    {
        if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
        {
            Append(value);
            return;
        }

        Reserve(3);
        _buffer[_length++] = (byte)'%';
        _buffer[_length++] = (byte)"0123456789ABCDEF"[value >> 4];
        _buffer[_length++] = (byte)"0123456789ABCDEF"[value & 0xF];
    }

    /// <summary>Appends the UTF-8 bytes of a character, each encoded.</summary>
    public void AppendEncoded(Rune character)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (byte value in utf8[..character.EncodeToUtf8(utf8)])
        {
            AppendEncoded(value);
        }
    }

    /// <summary>Appends a header value without the white space around it, and with each run of white space inside as one space.</summary>
    public void AppendCollapsed(scoped ReadOnlySpan<char> value)
    {
        const string WhiteSpace = " \t\r\n";
        value = value.Trim(WhiteSpace);
        while (value.IndexOfAny(WhiteSpace) is var end and >= 0)
        {
            Append(value[..end]);
            Append((byte)' ');
            value = value[end..].TrimStart(WhiteSpace);
        }

        Append(value);
    }

    public override readonly string ToString() => Encoding.UTF8.GetString(Written);

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
