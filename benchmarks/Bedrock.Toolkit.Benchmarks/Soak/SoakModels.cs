using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Benchmarks.Soak;

/// <summary>The models of the soak: good ones, and one for each fault.</summary>
internal static class SoakModels
{
    private const int FramesBeforeAFault = 5;

    /// <summary>Answers always.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Chat { get; } = ClaudeModels.Sonnet45.InProfile("us");

    /// <summary>Answers always.</summary>
    public static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> Embedding { get; } = TitanModels.EmbedTextV2;

    /// <summary>Faults of calls and of streams alike.</summary>
    public static IReadOnlyList<StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent>> Faulty { get; } =
        [.. AnyFaults().Select(f => Named(f.Name)), .. Flaky().Select(f => Named(f.Name))];

    /// <summary>Faults that only streams have.</summary>
    public static IReadOnlyList<StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent>> FaultyStreams { get; } =
        [.. StreamFaults().Select(f => Named(f.Name))];

    /// <summary>Sets up the faults at a server.</summary>
    public static void SetUp(BedrockServer server)
    {
        foreach ((string name, BedrockFault fault) in AnyFaults().Concat(StreamFaults()))
        {
            // What a fault inside an answer interrupts.
            server.When(Named(name)).Reply(Answer).Stream(_ => Events()).Fault(fault);
        }

        foreach ((string name, ServiceFailure failure) in Flaky())
        {
            server.When(Named(name)).Reply(_ => MayFail(failure, Answer(null))).Stream(_ => MayFail(failure, Events()));
        }
    }

    private static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Named(string name) => ClaudeModels.FromId("anthropic.claude-soak-" + name);

    private static IEnumerable<(string Name, BedrockFault Fault)> AnyFaults() =>
    [
        ("reset", BedrockFault.ConnectionReset(FramesBeforeAFault)),
        ("cut", BedrockFault.TruncatedStream(FramesBeforeAFault)),
        ("json", BedrockFault.MalformedJson),
        ("empty", BedrockFault.EmptyBody),
        ("validation", BedrockFault.Status(400, "ValidationException")),
        ("denied", BedrockFault.Status(403, "AccessDeniedException")),
        ("html", BedrockFault.Html(502)),
    ];

    private static IEnumerable<(string Name, BedrockFault Fault)> StreamFaults() =>
    [
        ("frame", BedrockFault.CorruptFrame(FramesBeforeAFault)),
        ("exception", BedrockFault.ExceptionFrame(FramesBeforeAFault, "modelStreamErrorException", "The soak wants it so.")),
        ("throttle-frame", BedrockFault.ExceptionFrame(FramesBeforeAFault, "throttlingException", "The soak wants it so.")),
    ];

    // Every second attempt fails, so that retries have something to do.
    private static IEnumerable<(string Name, ServiceFailure Failure)> Flaky() =>
    [
        ("throttled", new ServiceFailure(429, "ThrottlingException", "Too many tokens.")),
        ("unavailable", new ServiceFailure(503, "ServiceUnavailableException", "Later.")),
        ("internal", new ServiceFailure(500, "InternalServerException", "Oh.")),
    ];

    private static T MayFail<T>(ServiceFailure failure, T answer) =>
        Random.Shared.Next(2) == 0 ? throw new ServiceFailure(failure.StatusCode, failure.Code, failure.Message) : answer;

    private static ClaudeResponse Answer(ClaudeRequest? request) =>
        new() { Content = [new ClaudeTextBlock { Text = "The tide turns." }], StopReason = ClaudeStopReason.EndTurn };

    private static List<ClaudeStreamEvent> Events() =>
    [
        new ClaudeMessageStartEvent { Message = new ClaudeResponse() },
        .. Enumerable.Range(0, 20)
            .Select(i => new ClaudeContentBlockDeltaEvent { Index = 0, Delta = new ClaudeTextDelta { Text = SampleText.OfLength(30, i) } }),
        new ClaudeMessageStopEvent(),
    ];
}
