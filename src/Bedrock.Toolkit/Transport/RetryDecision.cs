namespace Bedrock.Toolkit.Transport;

/// <summary>What comes after a failed attempt.</summary>
/// <param name="IsAgain">Whether another attempt is made.</param>
/// <param name="Delay">How long to wait before it.</param>
/// <param name="Cost">What it took from the bucket.</param>
/// <param name="IsOutOfTokens">Whether only the empty bucket forbids it.</param>
internal readonly record struct RetryDecision(bool IsAgain, TimeSpan Delay = default, int Cost = 0, bool IsOutOfTokens = false);
