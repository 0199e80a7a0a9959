namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>One thing that is held to be true of the library. Immutable.</summary>
/// <param name="Id">Its name on the command line and in the report.</param>
/// <param name="Family">The family of models, or the part of the library, that it belongs to.</param>
/// <param name="Title">What is expected, as a sentence.</param>
/// <param name="Claim">What it proves: a page of the repository, a colon, and what it claims.</param>
/// <param name="Calls">What it may call that costs; empty when nothing does.</param>
/// <param name="RunAsync">Calls, and throws when something is not as it should be.</param>
internal sealed record VerifyCheck(
    string Id, string Family, string Title, string Claim, IReadOnlyList<PlannedCalls> Calls, Func<CheckRun, Task> RunAsync)
{
    /// <summary>The options without which it is skipped; empty when it always runs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What it costs at most, in US dollars.</summary>
    public decimal Bound => Calls.Sum(VerifyPrices.BoundOf);
}

/// <summary>Calls of one model, and the most that they use. Immutable.</summary>
/// <param name="Model">The id as it is called.</param>
/// <param name="Count">How many calls.</param>
/// <param name="InputTokens">The most tokens that one reads.</param>
/// <param name="OutputTokens">The most tokens that one writes.</param>
/// <param name="IsBatch">Whether they are records of a batch job.</param>
internal sealed record PlannedCalls(
    ModelId Model, int Count = 1, int InputTokens = PlannedCalls.MaxInputTokens, int OutputTokens = PlannedCalls.MaxOutputTokens, bool IsBatch = false)
{
    public const int MaxInputTokens = 1_000;
    public const int MaxOutputTokens = 300;
}

/// <summary>How a check ended.</summary>
internal enum CheckStatus
{
    /// <summary>Everything was as expected.</summary>
    Passed,

    /// <summary>Something was not.</summary>
    Failed,

    /// <summary>It could not be tried: no access, not in this Region, an option is missing.</summary>
    Skipped,

    /// <summary>The run ended before it.</summary>
    NotRun,
}

/// <summary>What came out of a check, without anything that was asked or answered. Immutable.</summary>
/// <param name="Check">The check.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Use">What it used.</param>
internal sealed record CheckResult(VerifyCheck Check, CheckStatus Status, TimeSpan Duration, CallUse Use)
{
    /// <summary>What was expected; null unless it failed.</summary>
    public string? Expected { get; init; }

    /// <summary>What was there instead; null unless it failed.</summary>
    public string? Observed { get; init; }

    /// <summary>Why it did not run; null unless it did not.</summary>
    public string? Reason { get; init; }
}

/// <summary>What calls used. Immutable.</summary>
/// <param name="Calls">How many were answered.</param>
/// <param name="InputTokens">Tokens read, those of caches included.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">US dollars.</param>
internal readonly record struct CallUse(int Calls, long InputTokens, long OutputTokens, decimal Cost)
{
    public static CallUse operator +(CallUse left, CallUse right) => new(
        left.Calls + right.Calls, left.InputTokens + right.InputTokens, left.OutputTokens + right.OutputTokens, left.Cost + right.Cost);
}

/// <summary>Something is not as it should be.</summary>
/// <param name="expected">What was expected, in words.</param>
/// <param name="observed">What was there instead, in words, without anything of an answer.</param>
internal sealed class CheckFailedException(string expected, string observed) : Exception($"Expected: {expected}. Observed: {observed}.")
{
    public string Expected => expected;

    public string Observed => observed;
}

/// <summary>A check cannot be tried here.</summary>
/// <param name="reason">Why.</param>
internal sealed class CheckSkippedException(string reason) : Exception(reason);
