namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>Something that reads bytes from outside, and what it promises.</summary>
internal abstract class FuzzTarget
{
    /// <summary>The name in the report.</summary>
    public abstract string Name { get; }

    /// <summary>Makes one input and reads it.</summary>
    /// <param name="random">The randomness of this input; nothing else may decide about it.</param>
    /// <returns>What was read, and what came of it.</returns>
    /// <exception cref="FuzzException">The promise was broken.</exception>
    public abstract FuzzOutcome TryOne(Random random);
}
