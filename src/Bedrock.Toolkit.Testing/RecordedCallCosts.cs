using System.ComponentModel;

namespace Bedrock.Toolkit.Testing;

/// <summary>Says what recorded calls would have cost.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordedCallCosts
{
    private const decimal Million = 1_000_000;

    /// <summary>The price of the tokens that the answers tell; a call whose answer tells none costs nothing.</summary>
    /// <param name="calls">The calls; those of one model, where models have different prices.</param>
    /// <param name="inputPerMillion">The price of a million tokens read.</param>
    /// <param name="outputPerMillion">The price of a million tokens written.</param>
    /// <returns>The sum, in the currency of the prices, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative.</exception>
    public static decimal Cost(this IEnumerable<RecordedCall> calls, decimal inputPerMillion, decimal outputPerMillion)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentOutOfRangeException.ThrowIfNegative(inputPerMillion);
        ArgumentOutOfRangeException.ThrowIfNegative(outputPerMillion);
        return calls.Sum(call => ((call.InputTokens ?? 0) * inputPerMillion) + ((call.OutputTokens ?? 0) * outputPerMillion)) / Million;
    }
}
