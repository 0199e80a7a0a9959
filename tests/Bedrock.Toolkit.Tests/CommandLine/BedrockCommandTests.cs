using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.CommandLine;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.CommandLine;

/// <summary>The command, as somebody would type it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class BedrockCommandTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Serve_Options_AreThoseOfTheFirstLine()
    {
        await using var run = new RunningCommand("serve", "--access-key", "AKIATYPED", "--secret-key", "typed-secret", "--api-key", "typed-key", "--region",
            "eu-west-3", "--latency", "1ms", "--pause", "1ms");
        JsonElement line = await run.FirstLineAsync();

        Assert.Equal(["AKIATYPED", "typed-secret", "typed-key", "eu-west-3"],
            new[] { "accessKeyId", "secretAccessKey", "apiKey", "region" }.Select(name => line.GetProperty(name).GetString()));
        using var client = new BedrockClient(Options(line));
        Assert.NotEmpty((await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound)).Text);
        using var http = new HttpClient();
        Assert.Contains("<title>Bedrock on this machine</title>", await http.GetStringAsync(line.GetProperty("url").GetString()), StringComparison.Ordinal);
        Assert.Equal(0, await run.EndAsync());
        Assert.DoesNotContain("typed-secret", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_OfTheServer_AreListedWithTheIdToCall()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync();
        using var inEnvironment = new KeysInEnvironment(keys);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] common = ["models", "--region", "us-east-1", "--url", server.Url.AbsoluteUri, "--provider", "Amazon", "--output", "Text"];

        Assert.Equal((0, ""), (await BedrockCommand.RunAsync(common, output, errors, CancellationToken.None), errors.ToString()));
        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("call ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("amazon.nova-lite-v1:0", StringComparison.Ordinal)
            || line.StartsWith("us.amazon.nova-lite-v1:0", StringComparison.Ordinal));
        Assert.DoesNotContain("anthropic", output.ToString(), StringComparison.Ordinal);

        output.GetStringBuilder().Clear();
        await BedrockCommand.RunAsync([.. common, "--json"], output, errors, CancellationToken.None);
        Assert.All(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains("Text", JsonElement.Parse(line).GetProperty("writes").GetString(),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_OfTheServersCredentials_IsTakenByTheServer()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync();
        using var inEnvironment = new KeysInEnvironment(keys);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await BedrockCommand.RunAsync(["key", "--region", server.Region, "--minutes", "5"], output, errors, CancellationToken.None));

        string key = Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)).Trim();
        Assert.StartsWith("bedrock-api-key-", key, StringComparison.Ordinal);
        Assert.Empty(errors.ToString());
        Assert.DoesNotContain(keys.SecretKey, key, StringComparison.Ordinal);
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = server.Region, ServiceUrl = server.Url, ApiKey = key, AllowApiKeyOverHttpLoopback = true,
        });
        Assert.NotEmpty((await client.ConverseAsync(NovaModels.Lite, "Hello")).Text);
        Assert.Equal(1, await BedrockCommand.RunAsync(["key", "--region", server.Region, "--minutes", "721"], output, errors, CancellationToken.None));
        Assert.Contains("12:00:00", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_Profile_PrintsThePolicyAndWhatIsOpen()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        int code = await BedrockCommand.RunAsync(["policy", "chat", "us.amazon.nova-lite-v1:0", "--account", "111122223333"], output, errors,
            CancellationToken.None);
        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Equal("arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0",
            JsonElement.Parse(output.ToString()).GetProperty("Statement")[0].GetProperty("Resource")[0].GetString());

        await BedrockCommand.RunAsync(["policy", "batch", "amazon.nova-lite-v1:0"], output, errors, CancellationToken.None);
        Assert.Equal($"not known: AccessScope.JobRoleArn is not set: any role of the account may be passed to Bedrock.{Environment.NewLine}",
            errors.ToString());
        Assert.Equal(1, await BedrockCommand.RunAsync(["policy", "countTokens"], output, errors, CancellationToken.None));
        Assert.Contains("The use CountTokens needs the id of a model.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_Script_IsLoaded()
    {
        string file = Path.Combine(Path.GetTempPath(), $"script-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{ "answers": [{ "operation": "Converse", "model": "amazon.nova-lite-v1:0", "text": "Of a file." }] }""");
        try
        {
            await using var run = new RunningCommand("serve", "--script", file, "--region", "any");
            using var client = new BedrockClient(Options(await run.FirstLineAsync()));
            Assert.Equal("Of a file.", (await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound)).Text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Serve_Chaos_LetsSomeCallsFail()
    {
        await using var run = new RunningCommand("serve", "--chaos", "7");
        using var client = new BedrockClient(Options(await run.FirstLineAsync()));
        int failed = 0;
        for (int i = 0; i < 60; i++)
        {
            try
            {
                await client.ConverseAsync(NovaModels.Lite, "Hello").WaitAsync(Bound);
            }
            catch (BedrockException)
            {
                failed++;
            }
        }

        Assert.InRange(failed, 3, 30);
    }

    [Fact]
    public async Task Serve_Tls_NamesItsCertificate()
    {
        await using var run = new RunningCommand("serve", "--tls");
        JsonElement line = await run.FirstLineAsync();

        string file = line.GetProperty("certificateFile").GetString()!;
        Assert.StartsWith("https://", line.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Record_Proxy_WritesACassetteThatPlaysWithoutTheUpstream()
    {
        string file = Path.Combine(Path.GetTempPath(), $"recorded-{Guid.NewGuid():N}.json");
        BedrockServer upstream = await BedrockServer.StartAsync(
            new BedrockServerOptions { AccessKeyId = "AKIAUPSTREAM", SecretAccessKey = "upstream-secret", Region = "eu-central-1" });
        using var environment = new EnvironmentScope(("AWS_ACCESS_KEY_ID", "AKIAUPSTREAM"), ("AWS_SECRET_ACCESS_KEY", "upstream-secret"));
        try
        {
            string[] arguments = ["record", "--upstream", "eu-central-1", "--upstream-url", upstream.Url.AbsoluteUri, "--out", file];
            string recorded;
            await using (var run = new RunningCommand(arguments))
            {
                recorded = await TalkAsync(await run.FirstLineAsync());
                Assert.Equal(0, await run.EndAsync());
            }

            Assert.Equal(3, upstream.Calls.Count);
            await upstream.DisposeAsync();
            string text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain("AKIAUPSTREAM", text, StringComparison.Ordinal);
            Assert.Contains("Where is the pier?", text, StringComparison.Ordinal);
            await using var again = new RunningCommand(arguments);
            Assert.Equal(recorded, await TalkAsync(await again.FirstLineAsync()));
        }
        finally
        {
            await upstream.DisposeAsync();
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(new[] { "serve", "--latency", "soon" }, "'soon' is no time for --latency")]
    [InlineData(new[] { "serve", "--port", "x" }, "--port")]
    [InlineData(new[] { "serve", "--access-key", "AKIA" }, "SecretAccessKey go together")]
    [InlineData(new[] { "serve", "--script", "/no/such/file.json" }, "file.json")]
    [InlineData(new[] { "record" }, "--upstream")]
    [InlineData(new[] { "fly" }, "fly")]
    public async Task Run_WrongArguments_FailsWithTheirName(string[] arguments, string message)
    {
        await using var run = new RunningCommand(arguments);

        Assert.Equal(1, await run.Ended.WaitAsync(Bound));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static BedrockClientOptions Options(JsonElement line) => new()
    {
        Credentials = new BasicAWSCredentials(line.GetProperty("accessKeyId").GetString(), line.GetProperty("secretAccessKey").GetString()),
        Region = line.GetProperty("region").GetString(),
        ServiceUrl = new Uri(line.GetProperty("url").GetString()!),
        MaxAttempts = 1,
    };

    private static async Task<string> TalkAsync(JsonElement line)
    {
        using var client = new BedrockClient(Options(line));
        string answer = (await client.ConverseAsync(NovaModels.Lite, "Where is the pier?").WaitAsync(Bound)).Text;
        string streamed = (await client.ConverseStreamAsync(NovaModels.Lite, "Where is the pier?").ToResponseAsync().WaitAsync(Bound)).Text;
        BedrockValidationException e =
            await Assert.ThrowsAsync<BedrockValidationException>(() => client.ConverseAsync("amazon.nova-none-v9:0", "a").WaitAsync(Bound));
        return $"{answer} {streamed} {e.StatusCode} {e.ErrorCode}";
    }

    /// <summary>The command while it runs in this process.</summary>
    private sealed class RunningCommand : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly LineWriter _output = new();
        private readonly StringWriter _errors = new();

        public RunningCommand(params string[] arguments) =>
            Ended = Task.Run(() => BedrockCommand.RunAsync(arguments, _output, _errors, _end.Token));

        public Task<int> Ended { get; }

        public string Errors => _errors.ToString();

        public async Task<JsonElement> FirstLineAsync()
        {
            Task first = await Task.WhenAny(_output.FirstLine, Ended).WaitAsync(Bound);
            Assert.True(first == _output.FirstLine, Errors);
            return JsonElement.Parse(await _output.FirstLine);
        }

        public async Task<int> EndAsync()
        {
            await _end.CancelAsync();
            return await Ended.WaitAsync(Bound);
        }

        public async ValueTask DisposeAsync()
        {
            await EndAsync();
            _end.Dispose();
        }
    }

    private sealed class LineWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _first.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (ToString().Split('\n') is [var line, _, ..]) _first.TrySetResult(line);
            return Task.CompletedTask;
        }
    }
}
