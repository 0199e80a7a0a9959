using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>Writes what a run found, for people and for programs. It holds nothing that was asked or answered.</summary>
/// <param name="settings">What the run was told.</param>
/// <param name="outcome">What it found.</param>
internal sealed class VerifyReport(VerifySettings settings, VerifyOutcome outcome)
{
    public const string MarkdownName = "verified.md";
    public const string JsonName = "verified.json";

    private static string Library { get; } = typeof(BedrockClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    /// <summary>Writes both files, also for a run that was cancelled.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, MarkdownName), ToMarkdown()).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(folder, JsonName), ToJson()).ConfigureAwait(false);
    }

    public string ToMarkdown()
    {
        CallUse use = outcome.Use;
        var text = new StringBuilder();
        Line(text, $"# Verified");
        Line(text, $"");
        Line(text, $"| | |");
        Line(text, $"| --- | --- |");
        Line(text, $"| against | {outcome.Target} |");
        Line(text, $"| Region | {settings.Region} |");
        Line(text, $"| Bedrock.Toolkit | {Library} |");
        Line(text, $"| on | {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription} |");
        Line(text, $"| begun | {outcome.Begun:yyyy-MM-dd HH:mm} UTC |");
        Line(text, $"| checks | {outcome.Results.Count}: {Summary()} |");
        Line(text, $"| tokens | {use.InputTokens} read, {use.OutputTokens} written |");
        Line(text, $"| cost | {use.Cost:0.0000} USD by the tool's prices; the cap was {settings.Cap:0.00##} |");
        Section(text, CheckStatus.Failed, "Failed", static result => $"expected {result.Expected}; observed {result.Observed}");
        Section(text, CheckStatus.Skipped, "Skipped", static result => result.Reason!);
        Section(text, CheckStatus.NotRun, "Not run", static result => result.Reason!);
        Line(text, $"");
        Line(text, $"## All checks");
        Line(text, $"");
        Line(text, $"| check | what is expected | proves | models | result | seconds | tokens | USD | at most |");
        Line(text, $"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (CheckResult result in outcome.Results)
        {
            VerifyCheck check = result.Check;
            string models = string.Join(", ", Models(check));
            long tokens = result.Use.InputTokens + result.Use.OutputTokens;
            FormattableString numbers = $"{result.Duration.TotalSeconds:0.00} | {tokens} | {result.Use.Cost:0.000000} | {check.Bound:0.0000}";
            Line(text, $"| {check.Id} | {check.Title} | {check.Claim} | {models} | {Name(result.Status)} | {FormattableString.Invariant(numbers)} |");
        }

        return text.ToString();
    }

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            CallUse use = outcome.Use;
            writer.WriteStartObject();
            writer.WriteString("against", outcome.Target);
            writer.WriteString("region", settings.Region);
            writer.WriteString("library", Library);
            writer.WriteString("runtime", RuntimeInformation.FrameworkDescription);
            writer.WriteString("system", RuntimeInformation.OSDescription);
            writer.WriteString("begun", outcome.Begun);
            writer.WriteNumber("capUsd", settings.Cap);
            writer.WriteBoolean("stoppedByCap", outcome.IsCapped);
            foreach (CheckStatus status in Enum.GetValues<CheckStatus>())
            {
                writer.WriteNumber(char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..], outcome.Count(status));
            }

            WriteUse(writer, use);
            writer.WriteStartArray("checks");
            foreach (CheckResult result in outcome.Results)
            {
                Write(writer, result);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>How many checks ended how.</summary>
    public string Summary() => string.Join(", ", Enum.GetValues<CheckStatus>().Where(status => status == CheckStatus.Passed || outcome.Count(status) > 0)
        .Select(status => $"{outcome.Count(status)} {Name(status)}"));

    private static void Write(Utf8JsonWriter writer, CheckResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("id", result.Check.Id);
        writer.WriteString("family", result.Check.Family);
        writer.WriteString("title", result.Check.Title);
        writer.WriteString("proves", result.Check.Claim);
        writer.WriteStartArray("models");
        foreach (string model in Models(result.Check))
        {
            writer.WriteStringValue(model);
        }

        writer.WriteEndArray();
        writer.WriteString("result", Name(result.Status));
        Optional(writer, "expected", result.Expected);
        Optional(writer, "observed", result.Observed);
        Optional(writer, "reason", result.Reason);
        writer.WriteNumber("seconds", Math.Round(result.Duration.TotalSeconds, 3));
        WriteUse(writer, result.Use);
        writer.WriteNumber("atMostUsd", result.Check.Bound);
        writer.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter writer, CallUse use)
    {
        writer.WriteNumber("calls", use.Calls);
        writer.WriteNumber("inputTokens", use.InputTokens);
        writer.WriteNumber("outputTokens", use.OutputTokens);
        writer.WriteNumber("usd", use.Cost);
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static IEnumerable<string> Models(VerifyCheck check) =>
        check.Calls.Select(static calls => calls.Model.Value).Where(static model => model != VerifyPrices.Guardrail).Distinct();

    private static string Name(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.Skipped => "skipped",
        _ => "not run",
    };

    private void Section(StringBuilder text, CheckStatus status, string title, Func<CheckResult, string> say)
    {
        if (outcome.Count(status) == 0)
        {
            return;
        }

        Line(text, $"");
        Line(text, $"## {title}");
        Line(text, $"");
        foreach (CheckResult result in outcome.Results.Where(result => result.Status == status))
        {
            Line(text, $"- `{result.Check.Id}`: {say(result)}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
