using System.Reflection;
using System.Text.Json;
using Bedrock.Toolkit.CommandLine;
using Bedrock.Toolkit.CommandLine.Verification;
using Bedrock.Toolkit.CommandLine.Verification.Checks;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.CommandLine;

/// <summary><c>bedrock verify</c> as somebody would type it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class VerifyCommandTests
{
    private static readonly string[] Families =
    [
        "claude", "nova", "chat-completions", "llama", "mistral", "deepseek", "titan-embeddings", "cohere-embed", "nova-embeddings", "marengo", "rerank",
        "stability",
    ];

    private static readonly IReadOnlyList<VerifyCheck> Checks = AllChecks.For(new VerifySettings { Region = "us-east-1" });

    [Fact]
    public async Task Verify_OurServer_PassesAndReportsNothingPrivate()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();
        int code = await trial.TypeAsync("--mantle-endpoint", trial.Server.MantleUrl.AbsoluteUri, "--guardrail", VerifyTrial.Guardrail + ":1", "--bucket",
            "s3://verify-harbour/x", "--role", VerifyTrial.Role, "--yes", "--report", trial.Report);

        Assert.Equal((0, Checks.Count), (code, Lines(trial.Errors).Count(line => line.Contains(" passed ", StringComparison.Ordinal))));
        Assert.StartsWith($"{Checks.Count} passed; ", trial.Output, StringComparison.Ordinal);
        JsonElement json = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(trial.Report, VerifyReport.JsonName)));
        Assert.StartsWith("BedrockServer 0.", json.GetProperty("against").GetString(), StringComparison.Ordinal);
        Assert.All(json.GetProperty("checks").EnumerateArray(), AssertWithinBound);
        Assert.True(json.GetProperty("usd").GetDecimal() > 0.1m);

        string[] pages = [.. new[] { VerifyReport.JsonName, VerifyReport.MarkdownName }.Select(name => File.ReadAllText(Path.Combine(trial.Report, name)))];
        string[] cassettes = [.. Directory.GetFiles(Path.Combine(trial.Report, "cassettes")).Select(File.ReadAllText)];
        Assert.InRange(cassettes.Length, Checks.Count - 2, Checks.Count);
        string[] secrets =
        [
            trial.Keys.AccessKey, trial.Keys.SecretKey, trial.Server.ApiKey, "bedrock-api-key-", VerifyTrial.Account, VerifyTrial.Guardrail, "verify-harbour",
            VerifyTrial.Role, trial.Server.Url.Authority,
        ];
        AssertNowhere(secrets, [.. pages, .. cassettes]);
        AssertNowhere([.. Asked(), "simulated model and glad to help", "Chez Ama"], pages);
        Assert.Contains(cassettes, cassette => cassette.Contains(Prompts.Sky, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_Cap_StopsBeforeTheCheckThatCouldPassIt()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        Assert.Equal(VerifyCommand.StoppedByCap, await trial.TypeAsync("--family", "claude", "--yes", "--cap", "0.004"));
        Assert.StartsWith("2 passed, 1 not run; ", trial.Output, StringComparison.Ordinal);
        Assert.Contains("not run claude-conversation", trial.Errors, StringComparison.Ordinal);
        Assert.Contains("the cap is 0.004", trial.Errors, StringComparison.Ordinal);
        Assert.Equal(2, trial.Server.Calls.Count);
    }

    [Theory]
    [InlineData("y", 0, 1)]
    [InlineData("n", 2, 0)]
    [InlineData("", 2, 0)]
    [InlineData(null, 2, 0)]
    public async Task Verify_Question_CallsOnlyWhenConfirmed(string? answer, int code, int calls)
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        Assert.Equal(code, await trial.TypeAsync(answer, ["--only", "converse-nova"]));
        Assert.Equal(calls, trial.Server.Calls.Count);
        Assert.Contains("1 checks in us-east-1, at most 0.00 USD", trial.Errors, StringComparison.Ordinal);
        Assert.Contains(answer is null ? "say --yes" : "[y/N]", trial.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_List_PrintsEachCheckAndCallsNothing()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        Assert.Equal(0, await trial.TypeAsync("--list"));
        string[] lines = Lines(trial.Output);
        Assert.Equal(Checks.Select(check => check.Id), lines[..^1].Select(line => line.Split(' ')[0]));
        Assert.StartsWith($"{Checks.Count} checks, at most ", lines[^1], StringComparison.Ordinal);
        Assert.Empty(trial.Server.Calls);

        await trial.TypeAsync("--list", "--family", "rerank", "deepseek");
        Assert.Equal(["deepseek-invoke", "deepseek-stream", "rerank-cohere", "rerank-amazon", "rerank-top"],
            Lines(trial.Output)[..^1].Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("--only", "converse-venus", "There is no check 'converse-venus'")]
    [InlineData("--family", "venus", "There is no family 'venus': it is one of claude, nova, chat-completions,")]
    [InlineData("--mantle-endpoint", "venus", "'venus' is no http or https address.")]
    public async Task Verify_WrongArgument_FailsWithIt(string option, string value, string message)
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        Assert.Equal(1, await trial.TypeAsync(option, value, "--yes"));
        Assert.Contains(message, trial.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoAccess_IsSkippedAndProvesNothing()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();
        trial.Server.FaultEvery(1, BedrockFault.AccessDenied, ClaudeModels.Haiku45.Id);

        Assert.Equal(1, await trial.TypeAsync("--family", "claude", "--yes"));
        Assert.StartsWith("0 passed, 3 skipped; 0.0000 USD", trial.Output, StringComparison.Ordinal);
        Assert.Contains("access denied", trial.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await trial.TypeAsync("--family", "claude", "nova", "--yes"));
    }

    [Fact]
    public async Task Verify_WrongCredentials_EndsWithTheFirstCheck()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "not-it");

        Assert.Equal(1, await trial.TypeAsync("--yes"));
        Assert.StartsWith($"0 passed, 1 failed, {Checks.Count - 1} not run; ", trial.Output, StringComparison.Ordinal);
        Assert.Contains("BedrockAuthenticationException", trial.Errors, StringComparison.Ordinal);
        Assert.Single(trial.Server.Calls);
    }

    [Fact]
    public async Task Verify_WithoutOptions_SkipsWhatNeedsThem()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        await trial.TypeAsync("--family", "guardrails", "batch", "doors", "--yes");
        string[] skipped = [.. Lines(trial.Errors).Where(line => line.Contains(" skipped ", StringComparison.Ordinal))
            .Select(line => $"{line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]}: {line[line.IndexOf("needs", StringComparison.Ordinal)..]}")];
        Assert.Equal(
            [
                "door-mantle: needs --mantle-endpoint", "guardrail-apply: needs --guardrail", "guardrail-converse: needs --guardrail", "batch: needs --bucket",
            ],
            skipped);
    }

    [Fact]
    public void Checks_All_NameFamilyClaimAndBound()
    {
        Assert.Equal(Checks.Count, Checks.Select(check => check.Id).Distinct().Count());
        Assert.Empty(Families.Except(Checks.Select(check => check.Family)));
        Assert.All(Checks, check => Assert.True(File.Exists(Path.Combine(SourceFolders.Repository, check.Claim.Split(':')[0])), check.Claim));
        Assert.True(Checks.Sum(check => check.Bound) < 0.5m, "all of them do not fit below the default cap");
        Assert.All(Checks.Where(check => check.Calls.Count > 0), check => Assert.True(check.Bound > 0, check.Id));
    }

    [Fact]
    public void Page_Table_CountsTheChecksOfEachFamily()
    {
        string page = File.ReadAllText(Path.Combine(SourceFolders.Repository, "docs", "verified.md"));

        decimal most = Checks.Sum(check => check.Bound);
        Assert.Contains(FormattableString.Invariant($"{Checks.Count} checks, at most {most:0.00} USD together"), page, StringComparison.Ordinal);
        Assert.All(Checks.CountBy(check => check.Family),
            family => Assert.Contains($"| `{family.Key}` | {family.Value} |", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("eu-central-1", "eu.amazon.nova-micro-v1:0")]
    [InlineData("ap-northeast-1", "apac.amazon.nova-micro-v1:0")]
    [InlineData("us-gov-west-1", "us-gov.amazon.nova-micro-v1:0")]
    public void Checks_Region_CallProfilesOfItsGeography(string region, string model)
    {
        IReadOnlyList<VerifyCheck> checks = AllChecks.For(new VerifySettings { Region = region });

        Assert.Equal(model, Assert.Single(checks, check => check.Id == "nova-invoke").Calls[0].Model.Value);
        Assert.All(checks.Where(check => check.Calls.Count > 0), check => Assert.True(check.Bound > 0, check.Id));
    }

    private static void AssertWithinBound(JsonElement check) => Assert.True(
        check.GetProperty("usd").GetDecimal() <= check.GetProperty("atMostUsd").GetDecimal(), $"{check.GetProperty("id")} cost more than planned");

    private static void AssertNowhere(string[] secrets, string[] texts) => Assert.Empty(
        from secret in secrets from text in texts where text.Contains(secret, StringComparison.OrdinalIgnoreCase) select secret);

    private static IEnumerable<string> Asked() => typeof(Prompts).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
