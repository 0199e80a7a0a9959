using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;
using Anthropic;
using Anthropic.Bedrock;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Anthropic's own client for Bedrock against the server, with its own signatures.</summary>
public sealed class AnthropicBedrockTests : IAsyncLifetime
{
    private const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private BedrockServer _server = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync();
        _http = HttpTo(_server.Url.Port);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Create_Signed_IsAnswered()
    {
        _server.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("At nine.")], StopReason = ClaudeStopReason.EndTurn })
            .Tokens(input: 9, output: 3);

        Message message = await Client().Messages.Create(Ask("When does the tide turn?"));

        Assert.Equal("At nine.", TextOf(message));
        RecordedCall call = Assert.Single(_server.Calls);
        Assert.Equal((RecordedIdentity.Credentials, "InvokeModel", Model), (call.Identity, call.Operation, call.ModelId));
        Assert.Equal("When does the tide turn?", Assert.Single(_server.Requests(ClaudeModels.Sonnet45)).Messages[0].Text);
        Assert.Equal((9, 3), (call.InputTokens, call.OutputTokens));
    }

    [Fact]
    public async Task Create_WithAnApiKey_IsAnswered()
    {
        var key = new AnthropicBedrockApiTokenCredentials { Region = _server.Region, BearerToken = _server.ApiKey };

        Message message = await Client(key).Messages.Create(Ask("When does the tide turn?"));

        Assert.NotEmpty(TextOf(message)!);
        Assert.Equal(RecordedIdentity.ApiKey, Assert.Single(_server.Calls).Identity);
    }

    [Fact]
    public async Task CreateStreaming_Signed_GivesTheTextInPieces()
    {
        List<RawMessageStreamEvent> events = [];
        await ReadAsync(events);

        using BedrockClient client = _server.CreateClient();
        ClaudeResponse same = await client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), _server.Requests(ClaudeModels.Sonnet45)[0]);
        string[] pieces = [.. events.Select(PieceOf).OfType<string>()];
        Assert.True(pieces.Length > 2);
        Assert.Equal(same.Text, string.Concat(pieces));
        Assert.Equal((RecordedIdentity.Credentials, "InvokeModelWithResponseStream"), (_server.Calls[0].Identity, _server.Calls[0].Operation));
    }

    [Fact]
    public async Task Create_WrongSecret_IsForbidden()
    {
        ImmutableCredentials right = _server.Credentials.GetCredentials();
        IAnthropicClient client = Client(Keys(right.AccessKey, right.SecretKey + "x"));

        AnthropicForbiddenException e = await Assert.ThrowsAsync<AnthropicForbiddenException>(() => client.Messages.Create(Ask("Hello")));

        Assert.Equal(HttpStatusCode.Forbidden, e.StatusCode);
        Assert.Single(_server.Calls);
    }

    [Fact]
    public async Task Create_ThrottledThenFine_IsAnsweredAtItsSecondAttempt()
    {
        _server.FaultNext(2, BedrockFault.Throttling);

        await Assert.ThrowsAsync<AnthropicRateLimitException>(() => Client(retries: 0).Messages.Create(Ask("Hello")));
        Message message = await Client(retries: 1).Messages.Create(Ask("Hello"));

        Assert.NotEmpty(TextOf(message)!);
        Assert.Equal(3, _server.Calls.Count);
    }

    [Theory]
    [InlineData("TruncatedStream(3)", typeof(EndOfStreamException))]
    [InlineData("ConnectionReset(3)", typeof(HttpIOException))]
    [InlineData("CorruptFrame(3)", typeof(InvalidDataException))]
    public async Task CreateStreaming_CutInAFrame_FailsBehindWhatCame(string fault, System.Type failure)
    {
        _server.FaultNext(1, BedrockFault.Parse(fault));
        List<RawMessageStreamEvent> events = [];

        await Assert.ThrowsAsync(failure, () => ReadAsync(events));

        Assert.Equal(3, events.Count);
    }

    // Only the missing end mark tells it: this client takes an end before a whole prelude for the end of the stream.
    [Theory]
    [InlineData("EndsEarly(3)")]
    [InlineData("CutInPrelude(3)")]
    public async Task CreateStreaming_CutBetweenFrames_EndsWithoutTheEndMark(string fault)
    {
        _server.FaultNext(1, BedrockFault.Parse(fault));
        List<RawMessageStreamEvent> cut = [];
        List<RawMessageStreamEvent> whole = [];

        await ReadAsync(cut);
        await ReadAsync(whole);

        Assert.Equal(3, cut.Count);
        Assert.False(cut[^1].TryPickStop(out _));
        Assert.True(whole[^1].TryPickStop(out _));
    }

    [Fact]
    public async Task Create_ToolCall_ComesWithItsInputAndTakesTheResult()
    {
        _server.When(ClaudeModels.Sonnet45)
            .Reply(new ClaudeResponse
            {
                Content = [new ClaudeToolUseBlock("toolu_1", "tide", JsonElement.Parse("""{"day":"Friday"}"""))],
                StopReason = ClaudeStopReason.ToolUse,
            })
            .Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("At nine.")], StopReason = ClaudeStopReason.EndTurn });
        var tide = new Tool
        {
            Name = "tide",
            Description = "When the tide turns.",
            InputSchema = new InputSchema { Properties = new Dictionary<string, JsonElement> { ["day"] = JsonElement.Parse("""{"type":"string"}""") } },
        };
        IAnthropicClient client = Client();
        MessageCreateParams first = Ask("When does the tide turn?") with { Tools = [tide] };

        Message asked = await client.Messages.Create(first);
        Assert.True(asked.Content[0].TryPickToolUse(out ToolUseBlock? call));
        Message answered = await client.Messages.Create(first with
        {
            Messages =
            [
                .. first.Messages,
                new AssistantMessageParam(new List<ContentBlockParam> { new ToolUseBlockParam { ID = call.ID, Name = call.Name, Input = call.Input } }),
                new UserMessageParam(new List<ContentBlockParam> { new ToolResultBlockParam(call.ID) { Content = "nine" } }),
            ],
        });

        Assert.Equal(("toolu_1", "tide", "Friday"), (call.ID, call.Name, call.Input["day"].GetString()));
        Assert.Equal("At nine.", TextOf(answered));
        ClaudeRequest second = _server.Requests(ClaudeModels.Sonnet45)[1];
        Assert.Equal("tide", Assert.IsType<ClaudeTool>(Assert.Single(second.Tools!)).Name);
        var result = Assert.IsType<ClaudeToolResultBlock>(Assert.Single(second.Messages[2].Content));
        Assert.Equal("toolu_1", result.ToolUseId);
    }

    private static string? TextOf(Message message) => message.Content[0].TryPickText(out TextBlock? text) ? text.Text : null;

    private static MessageCreateParams Ask(string text) => new() { Model = Model, MaxTokens = 100, Messages = [new UserMessageParam(text)] };

    private static string? PieceOf(RawMessageStreamEvent streamEvent) =>
        streamEvent.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? delta) && delta.Delta.TryPickText(out TextDelta? text) ? text.Text : null;

    // The client signs the host of its address and sends it without the port. So its address has none, and the connection itself is led to the server: what
    // is signed, sent and checked is the same host, and nothing changes the request behind the signature.
    private static HttpClient HttpTo(int port) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });

    private AnthropicBedrockPrivateKeyCredentials Keys(string accessKey, string secretKey) =>
        new() { Region = _server.Region, ApiAccessKey = accessKey, ApiSecret = secretKey };

    private async Task ReadAsync(List<RawMessageStreamEvent> events)
    {
        await foreach (RawMessageStreamEvent streamEvent in Client().Messages.CreateStreaming(Ask("When does the tide turn, and when does it come back?")))
        {
            events.Add(streamEvent);
        }
    }

    private IAnthropicClient Client(IAnthropicBedrockCredentials? credentials = null, int retries = 0)
    {
        ImmutableCredentials right = _server.Credentials.GetCredentials();
        var client = new AnthropicBedrockClient(credentials ?? Keys(right.AccessKey, right.SecretKey));
        return client.WithOptions(options => options with { HttpClient = _http, BaseUrl = "http://127.0.0.1", MaxRetries = retries });
    }
}
