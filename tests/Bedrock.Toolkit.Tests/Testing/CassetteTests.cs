using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Exchanges with the server on loopback, recorded, looked at and played.</summary>
public sealed class CassetteTests : IAsyncLifetime
{
    private const string Prompt = "Where does the harbour master live?";
    private const string Account = "123456789012";
    private const string Profile = $"arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"cassettes-{Guid.NewGuid():N}");
    private BedrockServer _server = null!;

    private string File1 => Path.Combine(_folder, "below", "checkout.json");

    public async Task InitializeAsync() => _server = await BedrockServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Record_ThenReplay_GivesTheSameAnswerWithoutTheServer()
    {
        string recorded = await RecordAsync(client => AskAsync(client));

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();
        Assert.Equal(recorded, await AskAsync(client));
        Assert.Single(_server.Calls);
        Assert.Equal((CassetteMode.None, 1), (cassette.Mode, cassette.Count));
    }

    [Fact]
    public async Task Record_Stream_IsEventsWithPausesThatReplayCanKeep_Streaming()
    {
        _server.PauseBetweenEvents = TimeSpan.FromMilliseconds(30);
        string recorded = await RecordAsync(StreamAsync);
        string file = await File.ReadAllTextAsync(File1);
        Assert.Contains("\"event\": \"contentBlockDelta\"", file, StringComparison.Ordinal);
        Assert.Contains("\"afterMs\": ", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"p\": ", file, StringComparison.Ordinal);

        using Cassette atOnce = Cassette.Replay(File1);
        using BedrockClient quick = atOnce.CreateClient();
        Assert.Equal(recorded, await StreamAsync(quick));

        var time = new AdvancingTime();
        using Cassette slow = Cassette.Replay(File1, new CassetteOptions { KeepsPauses = true, TimeProvider = time });
        using BedrockClient patient = slow.CreateClient();
        Assert.Equal(recorded, await StreamAsync(patient));
        Assert.True(time.GetElapsedTime(0) >= TimeSpan.FromMilliseconds(60), time.GetElapsedTime(0).ToString());
    }

    [Fact]
    public async Task Replay_ThousandAtOnce_AllGetTheirAnswer()
    {
        string recorded = await RecordAsync(async client => await AskAsync(client) + await StreamAsync(client));

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(async () => await AskAsync(client) + await StreamAsync(client))));

        Assert.All(answers, answer => Assert.Equal(recorded, answer));
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public async Task Record_Anything_WritesNoSecret()
    {
        ImmutableCredentials keys = await _server.Credentials.GetCredentialsAsync();
        var options = new CassetteOptions { HidesPrompts = true };
        _server.WhenConverse(ClaudeModels.Sonnet45).Reply($"Ask account {Account}, not {keys.AccessKey}: {Prompt}");

        await RecordAsync(async client => (await client.ConverseAsync(Profile, Request(Prompt))).Text + await StreamAsync(client, Profile), options);

        string file = await File.ReadAllTextAsync(File1);
        Assert.All([keys.AccessKey, keys.SecretKey, _server.ApiKey, Account, Prompt, "harbour", "Authorization", "AWS4-HMAC", "Signature"],
            secret => Assert.DoesNotContain(secret, file, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("000000000000", file, StringComparison.Ordinal);
        Assert.Contains("(key hidden)", file, StringComparison.Ordinal);

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();
        Assert.StartsWith("Ask account 000000000000", (await client.ConverseAsync(Profile, Request(Prompt))).Text, StringComparison.Ordinal);
        CassetteMismatchException e = await Assert.ThrowsAsync<CassetteMismatchException>(() => client.ConverseAsync(Profile, Request("Something else")));
        Assert.Equal(["body.messages[0].content[0].text"], e.ChangedMembers);
    }

    [Fact]
    public async Task Record_ApiKey_IsNotWritten()
    {
        using (Cassette cassette = Cassette.Record(File1))
        {
            using BedrockClient client = cassette.CreateClient(o =>
            {
                o.ApiKey = _server.ApiKey;
                o.AllowApiKeyOverHttpLoopback = true;
                o.Region = _server.Region;
                o.ServiceUrl = _server.Url;
            });
            await client.ConverseAsync(NovaModels.Lite, Request($"My key is {_server.ApiKey}."));
        }

        string file = await File.ReadAllTextAsync(File1);
        Assert.DoesNotContain(_server.ApiKey, file, StringComparison.Ordinal);
        Assert.Contains("My key is (key hidden).", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ChangedPrompt_NamesTheMemberAndNotTheText()
    {
        await RecordAsync(client => AskAsync(client));
        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();
        ConverseRequest changed = Request("Where does the pilot live?");
        changed.InferenceConfig = new InferenceConfiguration { MaxTokens = 5 };

        CassetteMismatchException e = await Assert.ThrowsAsync<CassetteMismatchException>(() => client.ConverseAsync(NovaModels.Lite, changed));

        Assert.Equal(["body.messages[0].content[0].text", "body.inferenceConfig"], e.ChangedMembers);
        Assert.Contains("body.messages[0].content[0].text: a text of 35 characters in the recording, a text of 26 characters in this call", e.Message,
            StringComparison.Ordinal);
        Assert.Contains("body.inferenceConfig: only in this call, an object", e.Message, StringComparison.Ordinal);
        Assert.Contains("checkout.json", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pilot", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ChangedPromptWithShowsValues_ShowsBoth()
    {
        await RecordAsync(client => AskAsync(client));
        using Cassette cassette = Cassette.Replay(File1, new CassetteOptions { ShowsValues = true });
        using BedrockClient client = cassette.CreateClient();

        CassetteMismatchException e = await Assert.ThrowsAsync<CassetteMismatchException>(() => client.ConverseAsync(NovaModels.Lite, Request("Who?")));

        Assert.Contains("\"Where does the harbour master live?\" in the recording, \"Who?\" in this call", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OtherModelOrOperation_NamesThem()
    {
        await RecordAsync(client => AskAsync(client));
        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();

        Assert.Equal(["model"], (await Assert.ThrowsAsync<CassetteMismatchException>(() => client.ConverseAsync(NovaModels.Pro, Request(Prompt)))).ChangedMembers);
        Assert.Equal(["operation"], (await Assert.ThrowsAsync<CassetteMismatchException>(() => StreamAsync(client))).ChangedMembers);
    }

    [Fact]
    public async Task Replay_EqualCalls_GetTheirAnswersInOrderAndTheLastOneAgain()
    {
        _server.WhenConverse(NovaModels.Lite).Throw(new BedrockThrottlingException("slow down")).Reply("one").Reply("two");
        await RecordAsync(async client =>
        {
            await Assert.ThrowsAsync<BedrockThrottlingException>(() => AskAsync(client));
            return await AskAsync(client) + await AskAsync(client);
        });

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient(o => o.MaxAttempts = 1);
        await Assert.ThrowsAsync<BedrockThrottlingException>(() => AskAsync(client));
        Assert.Equal("one two two", $"{await AskAsync(client)} {await AskAsync(client)} {await AskAsync(client)}");
    }

    [Fact]
    public async Task Once_FileIsThere_PlaysAndRecordsNothing()
    {
        await RecordAsync(client => AskAsync(client));

        await RecordAsync(async client =>
        {
            await Assert.ThrowsAsync<CassetteMismatchException>(() => AskAsync(client, "Something new"));
            return await AskAsync(client);
        });

        Assert.Single(_server.Calls);
    }

    [Fact]
    public async Task NewEpisodes_FileIsThere_RecordsWhatIsMissing()
    {
        await RecordAsync(client => AskAsync(client));

        await RecordAsync(async client => await AskAsync(client) + await AskAsync(client, "Something new"), mode: CassetteMode.NewEpisodes);

        Assert.Equal(2, _server.Calls.Count);
        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient();
        await AskAsync(client, "Something new");
        Assert.Equal(2, cassette.Count);
    }

    [Fact]
    public async Task Replay_StreamThatWasLeftEarly_BreaksWhereTheRecordingEnds_Streaming()
    {
        _server.WhenConverse(NovaModels.Lite).Fault(BedrockFault.Silence(3)).Reply("One, two, three, four, five, six, seven, eight, nine, ten.");
        await RecordAsync(async client =>
        {
            await foreach (ConverseStreamEvent e in client.ConverseStreamAsync(NovaModels.Lite, Request(Prompt)))
            {
                if (e.Text is { Length: > 0 } text) return text;
            }

            return string.Empty;
        });

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient(o => o.MaxAttempts = 1);
        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => StreamAsync(client));
    }

    [Fact]
    public async Task Replay_ErrorInsideAStream_IsThatError_Streaming()
    {
        _server.WhenConverse(NovaModels.Lite).Reply("One, two, three, four, five, six, seven, eight.")
            .Fault(BedrockFault.ExceptionFrame(2, "throttlingException", "slow down"));
        await RecordAsync(async client =>
        {
            await AskAsync(client);
            return (await Assert.ThrowsAsync<BedrockThrottlingException>(() => StreamAsync(client))).Message;
        });

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient(o => o.MaxAttempts = 1);
        Assert.Equal(2, (await Assert.ThrowsAsync<BedrockThrottlingException>(() => StreamAsync(client))).EventsDelivered);
    }

    [Fact]
    public void Replay_NoFile_SaysHowToRecord()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => Cassette.Replay(File1));
        Assert.Contains("Cassette.Record(path)", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"bedrock-cassette/1\"}")]
    [InlineData("{\"format\":\"bedrock-cassette/1\",\"episodes\":[{\"request\":{},\"response\":{\"status\":200}}]}")]
    public async Task Replay_FileThatIsNoCassette_IsRefusedByName(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        await File.WriteAllTextAsync(File1, content);

        InvalidDataException e = Assert.Throws<InvalidDataException>(() => Cassette.Replay(File1));
        Assert.Contains("checkout.json", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseCassette_InAHost_Plays()
    {
        string recorded = await RecordAsync(client => AskAsync(client));
        using Cassette cassette = Cassette.Replay(File1);
        var services = new ServiceCollection();
        services.AddBedrock(o => o.Region = "eu-west-1").UseCassette(cassette);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(recorded, await AskAsync(provider.GetRequiredService<IBedrockClient>()));
    }

    [Fact]
    public async Task Replay_BodyThatIsNoJson_ComesAsItWas()
    {
        _server.WhenConverse(NovaModels.Lite).Fault(BedrockFault.Html(502));
        await RecordAsync(async client => (await Assert.ThrowsAsync<BedrockServiceException>(() => AskAsync(client))).Message);

        using Cassette cassette = Cassette.Replay(File1);
        using BedrockClient client = cassette.CreateClient(o => o.MaxAttempts = 1);
        Assert.Equal(502, (await Assert.ThrowsAsync<BedrockServiceException>(() => AskAsync(client))).StatusCode);
        Assert.Contains("\"text\": \"<!DOCTYPE html>", await File.ReadAllTextAsync(File1), StringComparison.Ordinal);
    }

    private static ConverseRequest Request(string prompt) => ConverseRequest.For(prompt);

    private static async Task<string> AskAsync(IBedrockClient client, string prompt = Prompt) =>
        (await client.ConverseAsync(NovaModels.Lite, Request(prompt))).Text;

    private static Task<string> StreamAsync(IBedrockClient client) => StreamAsync(client, NovaModels.Lite);

    private static async Task<string> StreamAsync(IBedrockClient client, ModelId model)
    {
        var text = new StringBuilder();
        await foreach (ConverseStreamEvent e in client.ConverseStreamAsync(model, Request(Prompt)))
        {
            text.Append(e.Text);
        }

        return text.ToString();
    }

    private async Task<string> RecordAsync(Func<IBedrockClient, Task<string>> talk, CassetteOptions? options = null, CassetteMode mode = CassetteMode.Once)
    {
        using Cassette cassette = Cassette.Record(File1, mode, options);
        using BedrockClient client = cassette.CreateClient(o =>
        {
            o.Credentials = _server.Credentials;
            o.Region = _server.Region;
            o.ServiceUrl = _server.Url;
            o.MaxAttempts = 1;
            o.LoggerFactory = TraceLog.Shared;
        });
        return await talk(client);
    }
}
