namespace Bedrock.Toolkit.Costs;

/// <summary>What a call cost, in the currency of the price table, not rounded. Immutable.</summary>
/// <param name="Input">Of tokens read that came from no cache.</param>
/// <param name="Output">Of tokens written.</param>
/// <param name="CacheRead">Of tokens read from the prompt cache.</param>
/// <param name="CacheWrite">Of tokens written to the prompt cache.</param>
public readonly record struct CallCost(decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite)
{
    /// <summary>All of it.</summary>
    public decimal Total => Input + Output + CacheRead + CacheWrite;

    /// <summary>Both together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum, kind by kind.</returns>
    public static CallCost operator +(CallCost left, CallCost right) => left.Add(right);

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The sum, kind by kind.</returns>
    public CallCost Add(CallCost other) =>
        new(Input + other.Input, Output + other.Output, CacheRead + other.CacheRead, CacheWrite + other.CacheWrite);

    /// <summary>The total with six digits behind the point.</summary>
    /// <returns>Such as <c>0.000345</c>.</returns>
    public override string ToString() => Total.ToString("0.000000", CultureInfo.InvariantCulture);
}
