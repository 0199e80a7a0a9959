using Amazon.Runtime;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>The same 500 pieces of text by the three ways that the library has for them; the numbers are those of an event, with its part of the call,
/// which is answered from memory.</summary>
public class StreamPathBenchmarks
{
    private const int Events = CannedAnswers.Deltas;

    private BedrockClient _invoke = null!;
    private BedrockClient _converse = null!;
    private IChatClient _chat = null!;

    /// <summary>Makes the clients.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _invoke = Client(CannedAnswers.ClaudeStream);
        _converse = Client(CannedAnswers.ConverseStream);
        _chat = _converse.AsIChatClient(ClaudeModels.Sonnet45.Id);
    }

    /// <summary>Closes the clients.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _chat.Dispose();
        _invoke.Dispose();
        _converse.Dispose();
    }

    /// <summary>InvokeModelWithResponseStream: Claude's own events.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public async Task Stream_Invoke()
    {
        int characters = 0;
        var request = new ClaudeRequest { MaxTokens = 300, Messages = [ClaudeMessage.User("x")] };
        await foreach (ClaudeStreamEvent streamEvent in _invoke.StreamAsync(ClaudeModels.Sonnet45, request).WithCancellation(CancellationToken.None)
            .ConfigureAwait(false))
        {
            characters += streamEvent.Text?.Length ?? 0;
        }

        Check(characters);
    }

    /// <summary>ConverseStream: the events of the unified API.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task Stream_Converse()
    {
        int characters = 0;
        var request = new ConverseRequest { Messages = [Message.User("x")] };
        await foreach (ConverseStreamEvent streamEvent in _converse.ConverseStreamAsync(ClaudeModels.Sonnet45.Id, request)
            .WithCancellation(CancellationToken.None).ConfigureAwait(false))
        {
            characters += streamEvent is ContentBlockDeltaEvent { Delta: TextDelta text } ? text.Text.Length : 0;
        }

        Check(characters);
    }

    /// <summary>The chat client of Microsoft.Extensions.AI over it.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task Stream_ChatClient()
    {
        int characters = 0;
        await foreach (ChatResponseUpdate update in _chat.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "x")]).ConfigureAwait(false))
        {
            characters += update.Contents is [TextContent text] ? text.Text.Length : 0;
        }

        Check(characters);
    }

    private static void Check(int characters)
    {
        if (characters != CannedAnswers.Deltas * CannedAnswers.DeltaLength)
        {
            throw new InvalidOperationException("The stream does not give all text.");
        }
    }

    private static BedrockClient Client(byte[] stream) => new(new BedrockClientOptions
    {
        Region = "us-east-1",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-secret"),
        HandlerFactory = () => new StreamHandler(stream),
    });

    private sealed class StreamHandler(byte[] stream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new MemoryStream(stream));
            content.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.amazon.eventstream");
            return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
        }
    }
}
