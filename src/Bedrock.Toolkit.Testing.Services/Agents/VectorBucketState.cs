using System.Text.Json;
using Bedrock.Toolkit.Agents.S3Vectors;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>A vector bucket.</summary>
internal sealed class VectorBucketState(VectorBucket about)
{
    public VectorBucket About { get; } = about;

    public Dictionary<string, VectorIndexState> Indexes { get; } = new(StringComparer.Ordinal);

    public string? Policy { get; set; }
}

/// <summary>An index of vectors.</summary>
internal sealed class VectorIndexState(VectorIndex about)
{
    private DateTimeOffset _second;
    private int _inSecond;

    public VectorIndex About { get; } = about;

    /// <summary>Sorted, so that pages of a list stay apart.</summary>
    public SortedDictionary<string, StoredVector> Vectors { get; } = new(StringComparer.Ordinal);

    public HashSet<string> NonFilterable { get; } = [.. about.MetadataConfiguration?.NonFilterableMetadataKeys ?? []];

    /// <summary>Whether so many vectors more are within the limit of this second.</summary>
    public bool TryTake(int count, int? limit, DateTimeOffset now)
    {
        if (now - _second >= TimeSpan.FromSeconds(1))
        {
            (_second, _inSecond) = (now, 0);
        }

        if (limit is { } most && _inSecond + count > most)
        {
            return false;
        }

        _inSecond += count;
        return true;
    }
}

/// <summary>A vector as it is stored.</summary>
internal sealed record StoredVector(float[] Data, JsonElement? Metadata);
