using System.Buffers;
using System.Runtime.CompilerServices;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Takes JSON objects out of a stream one after the other, whether or not there are line breaks between them. Not thread-safe.</summary>
/// <remarks>A record that is cut is passed over: a text of JSON never holds a bare line feed, so that the next line begins anew.</remarks>
/// <param name="read">Reads the next bytes; 0 at the end.</param>
internal sealed class RecordScanner(Func<Memory<byte>, CancellationToken, ValueTask<int>> read)
{
    private const int InitialBytes = 256 * 1024;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("{}\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\\n"u8);

    private byte[] _buffer = [];
    private int _start;
    private int _at;
    private int _end;
    private int _depth;
    private bool _inText;

    /// <summary>The objects; each is good until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
        try
        {
            while (true)
            {
                while (TryNext(out ReadOnlyMemory<byte> found))
                {
                    yield return found;
                }

                MakeRoom();
                int count = await read(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    yield break;
                }

                _end += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private bool TryNext(out ReadOnlyMemory<byte> found)
    {
        found = default;
        while (_at < _end)
        {
            int next = _buffer.AsSpan(_at, _end - _at).IndexOfAny(_inText ? InText : Structure);
            if (next < 0)
            {
                _at = _end;
                return false;
            }

            _at += next;
            byte what = _buffer[_at];
            if (what == '\\' && _at + 1 == _end)
            {
                // What it escapes is not here yet.
                return false;
            }

            if (Take(what))
            {
                found = _buffer.AsMemory(_start, _at - _start);
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes over one byte that means something; whether an object has ended with it.</summary>
    private bool Take(byte what)
    {
        _at++;
        if (_inText)
        {
            switch (what)
            {
                case (byte)'"':
                    _inText = false;
                    break;
                case (byte)'\\':
                    _at++;
                    break;
                default:
                    (_inText, _depth) = (false, 0);
                    break;
            }

            return false;
        }

        switch (what)
        {
            case (byte)'{':
                _start = _depth++ == 0 ? _at - 1 : _start;
                return false;
            case (byte)'"':
                _inText = _depth > 0;
                return false;
            default:
                return _depth > 0 && --_depth == 0;
        }
    }

    private void MakeRoom()
    {
        int from = _depth > 0 ? _start : _at;
        int kept = _end - from;
        if (kept == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
            return;
        }

        if (from > 0)
        {
            _buffer.AsSpan(from, kept).CopyTo(_buffer);
            (_start, _at, _end) = (0, _at - from, kept);
        }
    }
}
