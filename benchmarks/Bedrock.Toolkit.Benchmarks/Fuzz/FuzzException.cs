namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>An input that breaks a promise.</summary>
internal sealed class FuzzException(string promise, ReadOnlySpan<byte> input, Exception? cause = null) : Exception(promise, cause)
{
    /// <summary>The input, to be tried again by hand.</summary>
    public string Input { get; } = Convert.ToHexString(input);
}
