namespace Bedrock.Toolkit.EventStreams;

/// <summary>The header names of one frame that were seen so far.</summary>
/// <param name="block">The header block.</param>
/// <param name="few">Room for the first names; more than that go into a set on the heap.</param>
internal ref struct EventStreamNameSet(ReadOnlySpan<byte> block, Span<Range> few)
{
    private readonly ReadOnlySpan<byte> _block = block;
    private readonly Span<Range> _few = few;
    private HashSet<string>? _many;
    private int _count;

    /// <summary>Adds a name.</summary>
    /// <returns>False when the name is already there.</returns>
    public bool Add(Range name)
    {
        if (_many is not null) return _many.Add(Text(name));
        if (ContainsAmongFew(name)) return false;

        if (_count == _few.Length)
        {
            return MoveToSet().Add(Text(name));
        }

        _few[_count++] = name;
        return true;
    }

    // Comparing each with each costs nothing for a handful of names and allocates nothing.
    private readonly bool ContainsAmongFew(Range name)
    {
        ReadOnlySpan<byte> wanted = _block[name];
        foreach (Range seen in _few[.._count])
        {
            if (_block[seen].SequenceEqual(wanted)) return true;
        }

        return false;
    }

    // A thousand names compared each with each would be half a million comparisons a frame: a hostile sender's bargain.
    private HashSet<string> MoveToSet()
    {
        _many = new HashSet<string>(StringComparer.Ordinal);
        foreach (Range seen in _few)
        {
            _many.Add(Text(seen));
        }

        return _many;
    }

    private readonly string Text(Range name) => Encoding.UTF8.GetString(_block[name]);
}
