using System.CommandLine;
using System.Globalization;
using Bedrock.Toolkit.CommandLine.Verification;
using Bedrock.Toolkit.CommandLine.Verification.Checks;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock verify</c>: checks what the library promises against an account, for a few cents at most, and writes a report.</summary>
internal static class VerifyCommand
{
    public const int AllPassed = 0;
    public const int Failure = 1;
    public const int NotConfirmed = 2;
    public const int StoppedByCap = 3;

    public static Command Create(TextReader? input, TextWriter output, TextWriter errors)
    {
        var options = new VerifyOptions();
        var command = new Command(
            "verify", "Checks what the library promises against an account, with a cap on what is spent, and writes a report to send in.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            VerifySettings settings = options.Read(parsed);
            IReadOnlyList<VerifyCheck> checks = AllChecks.Choose(AllChecks.For(settings), options.Only(parsed), options.Families(parsed));
            if (options.IsList(parsed))
            {
                await ListAsync(output, checks, cancellationToken).ConfigureAwait(false);
                return AllPassed;
            }

            return options.IsConfirmed(parsed) || await ConfirmAsync(input, errors, settings, checks, cancellationToken).ConfigureAwait(false)
                ? await RunAsync(settings, checks, output, errors, cancellationToken).ConfigureAwait(false)
                : NotConfirmed;
        });
        return command;
    }

    /// <summary>Runs the checks, writes the report, and says how it ended.</summary>
    internal static async Task<int> RunAsync(
        VerifySettings settings, IReadOnlyList<VerifyCheck> checks, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        VerifyOutcome outcome = await new VerifyRun(settings, checks, errors, TimeProvider.System).RunAsync(cancellationToken).ConfigureAwait(false);
        var report = new VerifyReport(settings, outcome);
        if (settings.Report is { } folder)
        {
            await report.WriteAsync(folder).ConfigureAwait(false);
            await errors.WriteLineAsync($"The report is in {folder}.").ConfigureAwait(false);
        }

        string line = string.Create(CultureInfo.InvariantCulture, $"{report.Summary()}; {outcome.Use.Cost:0.0000} USD; against {outcome.Target}");
        await output.WriteLineAsync(line).ConfigureAwait(false);

        // Checks that were all skipped have shown nothing.
        return outcome.Count(CheckStatus.Failed) > 0 ? Failure
            : outcome.IsCancelled ? NotConfirmed
            : outcome.IsCapped ? StoppedByCap
            : outcome.Count(CheckStatus.Passed) > 0 ? AllPassed : Failure;
    }

    private static async Task<bool> ConfirmAsync(
        TextReader? input, TextWriter errors, VerifySettings settings, IReadOnlyList<VerifyCheck> checks, CancellationToken cancellationToken)
    {
        decimal most = checks.Where(check => settings.Missing(check) is null).Sum(static check => check.Bound);
        string question = string.Create(CultureInfo.InvariantCulture,
            $"{checks.Count} checks in {settings.Region}, at most {most:0.00} USD by the prices of this tool; the cap is {settings.Cap:0.00##} USD.");
        await errors.WriteLineAsync(question).ConfigureAwait(false);
        if (input is null)
        {
            await errors.WriteLineAsync("Nobody can be asked here: say --yes.").ConfigureAwait(false);
            return false;
        }

        await errors.WriteAsync("Call now? [y/N] ").ConfigureAwait(false);
        await errors.FlushAsync(cancellationToken).ConfigureAwait(false);
        string? answer = (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false))?.Trim();
        return answer is "y" or "Y" or "yes";
    }

    private static async Task ListAsync(TextWriter output, IReadOnlyList<VerifyCheck> checks, CancellationToken cancellationToken)
    {
        foreach (VerifyCheck check in checks)
        {
            string needs = check.Needs.Count == 0 ? string.Empty : $" (needs {string.Join(" and ", check.Needs)})";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{check.Id,-28} {check.Family,-18} {check.Bound:0.0000} USD  {check.Title}{needs}").AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{checks.Count} checks, at most {checks.Sum(static c => c.Bound):0.00} USD")
            .AsMemory(), cancellationToken).ConfigureAwait(false);
    }
}
