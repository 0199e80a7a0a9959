using System.Reflection;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>Takes out of a text what must not stand in a report: keys, account ids, ARNs, what was asked, and the names that were typed. Thread-safe.</summary>
internal sealed partial class ReportScrubber
{
    private const int Longest = 300;

    private readonly (string Text, string Instead)[] _settings;

    public ReportScrubber(VerifySettings settings)
    {
        string? host = settings.Endpoint?.Authority;
        string? guardrail = settings.Guardrail is null ? null : settings.GuardrailParts().Id;
        string? bucket = settings.Bucket is null ? null : settings.Bucket.Replace("s3://", string.Empty, StringComparison.Ordinal).TrimEnd('/');
        List<(string? Text, string Instead)> typed =
        [
            (guardrail, "(guardrail)"), (guardrail?.Split('/')[^1], "(guardrail)"), (settings.Role, "(role)"), (bucket, "(bucket)"),
            (bucket?.Split('/')[0], "(bucket)"), (host, "(endpoint)"), (settings.MantleEndpoint?.Authority, "(endpoint)"), (settings.Profile, "(profile)"),
        ];
        _settings =
        [
            .. typed.Where(static pair => pair.Text is { Length: > 0 } and not "default").Select(static pair => (pair.Text!, pair.Instead))
                .OrderByDescending(static pair => pair.Item1.Length),
        ];
    }

    // Everything that a check asks stands in one class, so that none can be forgotten.
    private static string[] Asked { get; } =
    [
        .. typeof(Prompts).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral)
            .Select(static field => (string)field.GetRawConstantValue()!).OrderByDescending(static text => text.Length),
    ];

    /// <summary>A text as it may stand in the report: one line, not long.</summary>
    public string Scrub(string text)
    {
        foreach (string asked in Asked)
        {
            text = text.Replace(asked, "(prompt)", StringComparison.OrdinalIgnoreCase);
        }

        text = Keys().Replace(Arns().Replace(HideSettings(text), "(ARN)"), "(key)");
        text = Breaks().Replace(Accounts().Replace(text, "(account)"), " ").Trim();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>A text without the names that were typed: guardrail, bucket, role, endpoint, profile.</summary>
    public string HideSettings(string text)
    {
        foreach ((string typed, string instead) in _settings)
        {
            text = text.Replace(typed, instead, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex(@"arn:aws[a-z-]*:[^\s""',;)]+", RegexOptions.CultureInvariant)]
    private static partial Regex Arns();

    [GeneratedRegex(@"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}|\bABSK[A-Za-z0-9+/=]{8,}|bedrock-api-key-[A-Za-z0-9+/=_-]+|\b[Bb]earer\s+\S+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex(@"(?<![\d.])\d{12}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"[\s|]+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
