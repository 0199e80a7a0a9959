using System.Globalization;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>What a run found. Immutable.</summary>
/// <param name="Target">Who answered.</param>
/// <param name="Begun">When it began.</param>
/// <param name="Results">One for each check that was chosen.</param>
/// <param name="IsCapped">Whether the cap ended it.</param>
/// <param name="IsCancelled">Whether somebody ended it.</param>
internal sealed record VerifyOutcome(string Target, DateTimeOffset Begun, IReadOnlyList<CheckResult> Results, bool IsCapped, bool IsCancelled)
{
    public CallUse Use => Results.Aggregate(default(CallUse), static (sum, result) => sum + result.Use);

    public int Count(CheckStatus status) => Results.Count(result => result.Status == status);
}

/// <summary>Runs checks one after another, and counts what they spend.</summary>
/// <param name="settings">Where, and for how much.</param>
/// <param name="checks">Which.</param>
/// <param name="progress">A line for each check.</param>
/// <param name="time">The clock.</param>
internal sealed class VerifyRun(VerifySettings settings, IReadOnlyList<VerifyCheck> checks, TextWriter progress, TimeProvider time)
{
    private const string EndsWithIt = "the first check shows that nothing can be called";
    private const string Cancelled = "the run was cancelled";

    private readonly Witness _witness = new(settings.Region);
    private readonly ReportScrubber _scrubber = new(settings);

    public async Task<VerifyOutcome> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset begun = time.GetUtcNow();
        List<CheckResult> results = [];
        decimal spent = 0;
        string? ended = null;
        bool isCapped = false;
        foreach (VerifyCheck check in checks)
        {
            CheckResult result;
            if (ended is null && settings.Missing(check) is null && spent + check.Bound > settings.Cap)
            {
                isCapped = true;
                ended = string.Create(CultureInfo.InvariantCulture,
                    $"the cap: {spent:0.0000} USD are spent, this check may cost {check.Bound:0.0000}, the cap is {settings.Cap:0.00##}");
            }

            if (ended is not null)
            {
                result = new CheckResult(check, CheckStatus.NotRun, TimeSpan.Zero, default) { Reason = ended };
            }
            else if (settings.Missing(check) is { } need)
            {
                result = new CheckResult(check, CheckStatus.Skipped, TimeSpan.Zero, default) { Reason = $"needs {need}" };
            }
            else
            {
                (result, bool isHopeless) = await RunAsync(check, cancellationToken).ConfigureAwait(false);
                bool isFirst = results.TrueForAll(static earlier => earlier.Status != CheckStatus.Passed);
                ended = cancellationToken.IsCancellationRequested ? Cancelled : isHopeless && isFirst ? EndsWithIt : null;
            }

            spent += result.Use.Cost;
            results.Add(result);
            await progress.WriteLineAsync(Line(result, results.Count)).ConfigureAwait(false);
        }

        return new VerifyOutcome(_witness.Target, begun, results, isCapped, ended == Cancelled);
    }

    private async Task<(CheckResult Result, bool IsHopeless)> RunAsync(VerifyCheck check, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        using var run = new CheckRun(settings, check, _witness, _scrubber, cancellationToken);
        try
        {
            await check.RunAsync(run).ConfigureAwait(false);
            return (new CheckResult(check, CheckStatus.Passed, time.GetElapsedTime(start), run.Meter.Use), false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return (new CheckResult(check, CheckStatus.NotRun, time.GetElapsedTime(start), run.Meter.Use) { Reason = Cancelled }, false);
        }
        catch (Exception e)
        {
            var result = new CheckResult(check, CheckStatus.Failed, time.GetElapsedTime(start), run.Meter.Use);
            result = ReasonToSkip(e) is { } reason
                ? result with { Status = CheckStatus.Skipped, Reason = _scrubber.Scrub(reason) }
                : result with
                {
                    Expected = _scrubber.Scrub(e is CheckFailedException failed ? failed.Expected : check.Title),
                    Observed = _scrubber.Scrub(Describe(e)),
                };
            return (result, e is BedrockAuthenticationException or BedrockConfigurationException);
        }
    }

    // Only what the account, the Region or the options are the cause of; a request that the service finds wrong is a failure.
    private static string? ReasonToSkip(Exception e) => e switch
    {
        CheckSkippedException => e.Message,
        BedrockAccessDeniedException => "access denied: the account or role may not call it",
        BedrockOnDemandNotSupportedException => "the model is not offered under this id in this Region",
        BedrockThrottlingException => "throttled: the account's quota is used up",
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } => "access denied: the account or role may not use the bucket",
        BedrockServiceException { StatusCode: 404 } service => $"not there: {service.ErrorCode?.Value ?? "no name"} (no access, ended, or not in this Region)",
        BedrockValidationException when e.Message.Contains("model identifier is invalid", StringComparison.OrdinalIgnoreCase) =>
            "the model is not known in this Region",
        _ => null,
    };

    // Messages of our own exceptions hold nothing of bodies; the service's may quote, and go through the scrubber.
    private static string Describe(Exception e) => e switch
    {
        CheckFailedException failed => failed.Observed,
        BedrockStructuredOutputException structured =>
            $"{e.GetType().Name} at {structured.JsonPath ?? "$"}, stop reason {structured.StopReason?.Value ?? "none"}",
        BedrockServiceException service => $"{e.GetType().Name} ({service.ErrorCode?.Value ?? "no name"}, status {service.StatusCode}): {e.Message}",
        BedrockException or ArgumentException => $"{e.GetType().Name}: {e.Message}",
        AmazonServiceException other => $"{e.GetType().Name} ({other.ErrorCode}, status {(int)other.StatusCode})",
        JsonException json => $"{e.GetType().Name} at {json.Path ?? "$"}",
        _ => e.GetType().Name,
    };

    private string Line(CheckResult result, int number)
    {
        string words = result.Status switch
        {
            CheckStatus.Passed => "passed ",
            CheckStatus.Failed => "FAILED ",
            CheckStatus.Skipped => "skipped",
            _ => "not run",
        };
        string used = string.Create(CultureInfo.InvariantCulture,
            $"{result.Duration.TotalSeconds,6:0.00} s {result.Use.InputTokens + result.Use.OutputTokens,6} tokens {result.Use.Cost:0.000000} USD");
        string line = $"[{number}/{checks.Count}] {words} {result.Check.Id,-28} {used}";
        return result switch
        {
            { Status: CheckStatus.Failed } => $"{line}  expected {result.Expected}, observed {result.Observed}",
            { Reason: { } reason } => $"{line}  {reason}",
            _ => line,
        };
    }
}
