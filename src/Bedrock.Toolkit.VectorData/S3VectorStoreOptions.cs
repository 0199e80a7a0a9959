using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.VectorData;

/// <summary>How a store works with S3 Vectors.</summary>
public sealed class S3VectorStoreOptions
{
    /// <summary>Makes vectors of what is stored and searched where a record has no vector of its own.</summary>
    /// <value>None when null; a collection's definition may have another.</value>
    public IEmbeddingGenerator? EmbeddingGenerator { get; set; }

    /// <summary>How many vectors an index is given a second: more are throttled by the service.</summary>
    /// <value>2,500 by default, the quota of an index.</value>
    public int VectorsPerSecond { get; set; } = 2_500;

    /// <summary>How often a batch is sent again when the service throttles it in spite of that, beside the attempts of the client.</summary>
    /// <value>10 by default.</value>
    public int MaxThrottledRepeats { get; set; } = 10;

    /// <summary>The clock of the waits.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal S3VectorStoreOptions Copy()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(VectorsPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxThrottledRepeats);
        return (S3VectorStoreOptions)MemberwiseClone();
    }
}
