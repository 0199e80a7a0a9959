namespace Bedrock.Toolkit;

/// <summary>Keeps the best of many matches: a heap of fixed size with the worst of them on top. Not thread-safe.</summary>
internal struct TopHeap(int size)
{
    private readonly VectorMatch[] _matches = new VectorMatch[size];

    public int Count { get; private set; }

    /// <summary>Offers a match, the nearer the higher its score.</summary>
    public void Offer(VectorMatch match)
    {
        if (Count < _matches.Length)
        {
            _matches[Count] = match;
            SiftUp(Count++);
        }
        else if (IsWorse(_matches[0], match))
        {
            _matches[0] = match;
            SiftDown();
        }
    }

    /// <summary>The matches, best first.</summary>
    public readonly VectorMatch[] ToSorted()
    {
        VectorMatch[] sorted = _matches[..Count];
        Array.Sort(sorted, static (a, b) => IsWorse(a, b) ? 1 : IsWorse(b, a) ? -1 : 0);
        return sorted;
    }

    // Of two with one score the earlier row is the better one, so that results do not depend on how the work was split.
    private static bool IsWorse(VectorMatch a, VectorMatch b) => a.Score < b.Score || (a.Score == b.Score && a.Index > b.Index);

    private readonly void SiftUp(int child)
    {
        while (child > 0)
        {
            int parent = (child - 1) / 2;
            if (!IsWorse(_matches[child], _matches[parent]))
            {
                return;
            }

            (_matches[child], _matches[parent]) = (_matches[parent], _matches[child]);
            child = parent;
        }
    }

    private readonly void SiftDown()
    {
        int parent = 0;
        while (true)
        {
            int child = (2 * parent) + 1;
            if (child >= Count)
            {
                return;
            }

            if (child + 1 < Count && IsWorse(_matches[child + 1], _matches[child]))
            {
                child++;
            }

            if (!IsWorse(_matches[child], _matches[parent]))
            {
                return;
            }

            (_matches[child], _matches[parent]) = (_matches[parent], _matches[child]);
            parent = child;
        }
    }
}
