using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>Converse and ConverseStream, and the counting of tokens beside them.</summary>
internal static class ConverseChecks
{
    private const int MaxTokens = PlannedCalls.MaxOutputTokens;
    private const string Area = "converse";
    private const string Page = "docs/converse.md";

    // A small chequered picture.
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAAIAAAACACAIAAABMXPacAAABF0lEQVR42u3bsQkAIAxFwYyTmZzOcTKWGwhBiM2B9S/elcHItVuvms/+/YVAAAAIBACAQAAACAQAgEAAAAgE"
        + "AIBAAAAINAAg6N99AAAACAQAgEAAAAgEAIBAAAAIBACAQAAACDQBIKiLGACBAAAQCAAAgQAAEAgAAIEAABAIAACBAPgfIKiLGAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA8D9A"
        + "UBcxAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADgf4B9FzEA9gEAsA8AgH0AAOwDAGAfAAD7AADYB+B/gIuYQAAACAQAgEAAAAgEAIBAAAAIBACAQAAACOR/gIsYAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAA8Lx/AIlghWVGoa2fAAAAAElFTkSuQmCC";

    /// <summary>The bytes of a small PNG.</summary>
    public static byte[] PictureBytes => Convert.FromBase64String(Picture);

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        ModelId nova = NovaModels.Micro.InProfile(settings.Geography).Id;
        ModelId lite = NovaModels.Lite.InProfile(settings.Geography).Id;
        ModelId claude = ClaudeModels.Haiku45.InProfile(settings.Geography).Id;
        ModelId bare = ClaudeModels.Haiku45.Id;
        ModelId open = OpenAIModels.GptOss20B.Id;
        return
        [
            .. Both("nova", nova),
            .. Both("claude", claude),
            .. Both("gpt-oss", open),
            New("converse-turns", "An answer goes back into the conversation, and the next turn is answered", "messages added turn by turn", [new(nova, 2)],
                run => TurnsAsync(run, nova)),
            New("converse-stream-tokens", "The same request counts the same input tokens, whole and streamed", "a stream is equal to the answer without one",
                [new(nova, 2)], run => SameTokensAsync(run, nova)),
            New("converse-max-tokens", "An answer is cut at the most tokens, and says so", "settings and tokens", [new(nova)], run => CutAsync(run, nova)),
            New("converse-stop-sequence", "A stop sequence ends the answer, and the stop reason says so", "settings and tokens", [new(nova)],
                run => StopAsync(run, nova)),
            New("converse-image", "A picture is read", "images and documents", [new(lite, 1, 3_000)], run => AskAsync(run, lite,
                Message.User(Prompts.Picture, ImageBlock.FromBytes(PictureBytes)))),
            New("converse-document", "A document is read", "images and documents", [new(lite, 1, 3_000)], run => AskAsync(run, lite,
                Message.User(Prompts.Document, DocumentBlock.FromBytes("note.txt", Encoding.UTF8.GetBytes(Prompts.Note))))),
            New("converse-fields", "A field that only one model has goes through", "settings of a call", [new(claude)], run => FieldsAsync(run, claude)),
            New("converse-metadata", "An answer tells latency, request id and attempts", "settings of a call", [new(nova)], run => MetadataAsync(run, nova)),
            new("converse-left-early", Area, "A stream is left after its first event without an error, and the next call works",
                "docs/streaming.md: leaving the enumeration closes the connection", [new(nova, 2)], run => LeaveAsync(run, nova)),
            new("converse-cancelled", Area, "A cancelled call ends as cancelled, not as a failure of the service",
                "docs/reliability.md: cancelling", [new(nova)], run => CancelAsync(run, nova)),
            new("count-tokens-converse", "count-tokens", "The count of a conversation is what its answer counts as read",
                $"{Page}: tokens before a call", [new(claude)], run => CountAsync(run, bare, claude)),
            new("count-tokens-invoke", "count-tokens", "The count of a model's own request is what its answer counts as read",
                $"{Page}: tokens before a call", [new(claude)], run => CountOwnAsync(run, settings.Geography)),
        ];
    }

    private static VerifyCheck New(string id, string title, string claim, IReadOnlyList<PlannedCalls> calls, Func<CheckRun, Task> run) =>
        new(id, Area, title, $"{Page}: {claim}", calls, run);

    private static IEnumerable<VerifyCheck> Both(string name, ModelId model) =>
    [
        New($"converse-{name}", "The unified API answers with text and counted tokens", "one form of conversation for all models", [new(model)],
            run => AskAsync(run, model, Message.User(Prompts.Sky))),
        New($"converse-stream-{name}", "A stream of the unified API ends with its stop reason and folds into the whole answer",
            "one form of conversation for all models", [new(model)], run => StreamAsync(run, model)),
    ];

    private static ConverseRequest Request(params IList<Message> messages) =>
        new() { Messages = messages, InferenceConfig = new InferenceConfiguration { MaxTokens = MaxTokens } };

    private static async Task AskAsync(CheckRun run, ModelId model, Message message)
    {
        ConverseRequest request = Request(message);
        request.System = [Prompts.Brief];
        ConverseResponse answer = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(answer.Text + answer.ReasoningText, answer);
        CheckRun.Expect(answer.StopReason == StopReason.EndTurn || answer.StopReason == StopReason.MaxTokens, "the stop reason end_turn",
            $"{answer.StopReason?.Value ?? "none"}");
    }

    private static async Task StreamAsync(CheckRun run, ModelId model)
    {
        var pieces = new StringBuilder();
        ConverseResponse answer = await run.Client.ConverseStreamAsync(model, Request(Message.User(Prompts.Sky)), run.Token)
            .ForEachAsync(e => pieces.Append(e.Text), run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(answer.Text + answer.ReasoningText, answer);
        CheckRun.Expect(answer.StopReason is not null, "a stop reason", "none");
        CheckRun.Expect(pieces.ToString() == answer.Text, "the pieces to be the answer",
            $"pieces of {pieces.Length} characters, an answer of {answer.Text.Length}");
    }

    private static async Task TurnsAsync(CheckRun run, ModelId model)
    {
        ConverseRequest request = Request(Message.User(Prompts.Sky));
        ConverseResponse first = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        request.Messages.Add(first, model);
        request.Messages.Add(Message.User(Prompts.Sunset));
        ConverseResponse second = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(second.Text, second);
        CheckRun.Expect(second.Usage!.InputTokens > first.Usage?.InputTokens, "the second call to read more tokens than the first",
            $"{first.Usage?.InputTokens} and {second.Usage.InputTokens}");
    }

    private static async Task SameTokensAsync(CheckRun run, ModelId model)
    {
        ConverseResponse whole = await run.Client.ConverseAsync(model, Request(Message.User(Prompts.Sky)), run.Token).ConfigureAwait(false);
        ConverseResponse streamed = await run.Client.ConverseStreamAsync(model, Request(Message.User(Prompts.Sky)), run.Token)
            .ToResponseAsync(run.Token).ConfigureAwait(false);
        CheckRun.ExpectTokens(whole.Usage);
        CheckRun.Expect(whole.Usage?.InputTokens == streamed.Usage?.InputTokens, $"{whole.Usage?.InputTokens} tokens read, as without streaming",
            $"{streamed.Usage?.InputTokens}");
    }

    private static async Task CutAsync(CheckRun run, ModelId model)
    {
        const int Few = 8;
        ConverseResponse answer = await run.Client.ConverseAsync(model, ConverseRequest.For(Prompts.Count, Few), run.Token).ConfigureAwait(false);
        CheckRun.Expect(answer.StopReason == StopReason.MaxTokens, "the stop reason max_tokens", $"{answer.StopReason?.Value ?? "none"}");
        CheckRun.Expect(answer.Usage?.OutputTokens is > 0 and <= Few, $"at most {Few} tokens written", $"{answer.Usage?.OutputTokens}");
    }

    private static async Task StopAsync(CheckRun run, ModelId model)
    {
        ConverseRequest request = Request(Message.User(Prompts.Echo));
        request.InferenceConfig!.StopSequences = ["charlie"];
        ConverseResponse answer = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        CheckRun.Expect(answer.StopReason == StopReason.StopSequence, "the stop reason stop_sequence", $"{answer.StopReason?.Value ?? "none"}");
    }

    private static async Task FieldsAsync(CheckRun run, ModelId model)
    {
        ConverseRequest request = Request(Message.User(Prompts.Sky));
        request.AdditionalModelRequestFields = JsonElement.Parse("""{"top_k":20}""");
        ConverseResponse answer = await run.Client.ConverseAsync(model, request, run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(answer.Text, answer);
    }

    private static async Task MetadataAsync(CheckRun run, ModelId model)
    {
        ConverseResponse answer = await run.Client.ConverseAsync(model, Request(Message.User(Prompts.Sky)), run.Token).ConfigureAwait(false);
        CheckRun.Expect(answer.Metrics?.LatencyMs > 0, "a latency", CheckRun.Count(answer.Metrics?.LatencyMs));
        CheckRun.Expect(answer.Metadata is { StatusCode: 200, Attempts: > 0, RequestId.Length: > 0 }, "status 200, attempts and a request id",
            $"status {answer.Metadata?.StatusCode}, {answer.Metadata?.Attempts} attempts, {(answer.Metadata?.RequestId is null ? "no" : "a")} request id");
    }

    private static async Task LeaveAsync(CheckRun run, ModelId model)
    {
        int events = 0;
        await foreach (ConverseStreamEvent _ in run.Client.ConverseStreamAsync(model, Request(Message.User(Prompts.Sky)))
            .WithCancellation(run.Token).ConfigureAwait(false))
        {
            events++;
            break;
        }

        CheckRun.Expect(events == 1, "one event before the stream was left", $"{events}");
        ConverseResponse next = await run.Client.ConverseAsync(model, Request(Message.User(Prompts.Sky)), run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(next.Text, next);
    }

    private static async Task CancelAsync(CheckRun run, ModelId model)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
        BedrockStream<ConverseStreamEvent, ConverseResponse> stream =
            run.Client.ConverseStreamAsync(model, Request(Message.User(Prompts.Sky)), cancelled.Token);
        string observed = "no failure";
        try
        {
            await stream.OpenAsync(run.Token).ConfigureAwait(false);
            await cancelled.CancelAsync().ConfigureAwait(false);
            await stream.ToResponseAsync(run.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!run.Token.IsCancellationRequested)
        {
            return;
        }
        catch (BedrockException e) when (e is not BedrockServiceException)
        {
            observed = e.GetType().Name;
        }

        CheckRun.Expect(false, "an OperationCanceledException", observed);
    }

    private static async Task CountAsync(CheckRun run, ModelId bare, ModelId called)
    {
        ConverseRequest request = Request(Message.User(Prompts.Sky));
        int? counted = (await run.Client.CountTokensAsync(bare, request, run.Token).ConfigureAwait(false)).InputTokens;
        ConverseResponse answer = await run.Client.ConverseAsync(called, request, run.Token).ConfigureAwait(false);
        CheckRun.Expect(counted == answer.Usage?.InputTokens, $"a count of {answer.Usage?.InputTokens} tokens, as the answer says", $"{counted}");
    }

    private static async Task CountOwnAsync(CheckRun run, string geography)
    {
        ClaudeRequest request = ClaudeRequest.For(Prompts.Sky, MaxTokens);
        int? counted = (await run.Client.CountTokensAsync(ClaudeModels.Haiku45, CountTokens.CountTokensRequest.For(ClaudeModels.Haiku45, request), run.Token)
            .ConfigureAwait(false)).InputTokens;
        ClaudeResponse answer = await run.Client.InvokeAsync(ClaudeModels.Haiku45.InProfile(geography), request, run.Token).ConfigureAwait(false);
        CheckRun.Expect(counted == answer.TokenUsage?.InputTokens, $"a count of {answer.TokenUsage?.InputTokens} tokens, as the answer says", $"{counted}");
    }
}
